import type { TriggerConfig } from '../config/config.ts'
import type { Fired } from './trigger.ts'

/** Whether a trigger is judged and logged, and hands nobody off: a company looks at what it would have done first. */
export const isInShadow = ({ trigger, topic }: Pick<Fired, 'trigger' | 'topic'>, config: TriggerConfig): boolean => {
  const own = config.own.find(({ id }) => id === topic)
  if (own) return own.shadow
  const builtIn = Object.hasOwn(config, trigger) ? config[trigger as keyof TriggerConfig] : undefined
  return builtIn !== undefined && 'shadow' in builtIn && builtIn.shadow
}
