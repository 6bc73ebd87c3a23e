import { enAsking } from './senses/en-asking.ts'
import { enTrades } from './senses/en-trades.ts'

/** Everything that synth compiles the senses from. */
export const lexicons: readonly string[] = [enAsking, enTrades]
