import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'

/** Time, chance and names as the stories take them in; tests bring their own. */
export const systemPorts = {
  clock: (): number => Date.now(),
  random: (): number => Math.random(),
  sleep: (ms: number): Promise<void> => setTimeout(ms),
  /** An outgoing message's id is its `webhook-id`, which must hold no dot. */
  newId: (): string => `out_${randomUUID().replaceAll('-', '')}`,
}
