import type { BatonConfig } from './config.ts'

export type ModelInput = 'images' | 'documents'

/**
 * Families that read both, by the table of Converse's supported features in the Bedrock user guide. Of any other model
 * the configuration has to say it: a model that cannot read a file refuses the whole call.
 */
const readers: readonly RegExp[] = [
  /\bamazon\.nova-(lite|pro|premier|2-lite|2-pro|2-omni)-/,
  /\banthropic\.claude-3-(haiku|sonnet|opus|5-sonnet|7-sonnet)-/,
  /\banthropic\.claude-(opus|sonnet|haiku)-[4-9]/,
  /\bmeta\.llama4-/,
]

/** What the model can be shown beside text. */
export const modelReads = ({ id, reads }: Pick<BatonConfig['model'], 'id' | 'reads'>): readonly ModelInput[] =>
  reads ?? (readers.some((family) => family.test(id)) ? ['images', 'documents'] : [])
