import type { z } from 'zod'
import type {
  configSchema,
  headStartRuleSchema,
  hoursSchema,
  overflowRuleSchema,
  routingRuleSchema,
  specialWordingSchema,
  teamSchema,
} from './config-schema.ts'
import type { toolSchema } from './tool-schema.ts'
import type { ownTopicSchema, triggersSchema } from './triggers-schema.ts'

/** What a company chose, complete with defaults and checked at synth; the doors trust it. */
export type BatonConfig = z.output<typeof configSchema>
export type Team = z.output<typeof teamSchema>
export type Hours = z.output<typeof hoursSchema>
export type RoutingRule = z.output<typeof routingRuleSchema>
export type OverflowRule = z.output<typeof overflowRuleSchema>
export type HeadStartRule = z.output<typeof headStartRuleSchema>
export type SpecialWording = z.output<typeof specialWordingSchema>
export type TriggerConfig = z.output<typeof triggersSchema>
export type CompanyTool = z.output<typeof toolSchema>
export type OwnTopic = z.output<typeof ownTopicSchema>

/** What is written in `baton.config.ts`, where whatever has a default may be left out. */
export type BatonConfigInput = z.input<typeof configSchema>

/** Gives `baton.config.ts` its types in the editor; the checks run at synth. */
export const defineConfig = (config: BatonConfigInput): BatonConfigInput => config

export type Channels = BatonConfig['channels']
export type ChannelName = keyof Channels
