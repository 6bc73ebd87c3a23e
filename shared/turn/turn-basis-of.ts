import type { BatonConfig } from '../config/config.ts'
import type { DeployedConfig } from '../config/read-config.ts'
import type { TurnBasis } from '../thread/turn-basis.ts'
import type { OpenTurn } from './turn.ts'

type Rules = Pick<BatonConfig, 'routing' | 'overflow' | 'headStart'>

/** A profile may say much of a customer that no rule asks for. */
const attributesNamed = ({ routing, overflow, headStart }: Rules): ReadonlySet<string> =>
  new Set([...routing, ...overflow, ...headStart].flatMap(({ when }) => Object.keys(when?.attributes ?? {})))

/** What is true of a turn whatever it comes upon. */
export const turnBasis = (
  { customer, language }: Pick<OpenTurn, 'customer' | 'language'>,
  { config, version }: DeployedConfig,
): Pick<TurnBasis, 'configVersion' | 'language' | 'customer'> => {
  const named = attributesNamed(config)
  const attributes = Object.entries(customer?.attributes ?? {}).filter(([name]) => named.has(name))
  const known = {
    ...(customer?.tier !== undefined && { tier: customer.tier }),
    ...(customer?.value !== undefined && { value: customer.value }),
    ...(attributes.length > 0 && { attributes: Object.fromEntries(attributes) }),
  }
  return { configVersion: version, language, ...(Object.keys(known).length > 0 && { customer: known }) }
}
