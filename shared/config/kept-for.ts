import type { BatonConfig } from './config.ts'

export type Retention = Pick<BatonConfig['retention'], 'recordDays'> &
  Partial<Pick<BatonConfig['retention'], 'textDays' | 'attachmentDays' | 'reportDays'>>

/** How many days each kind is kept; 0 is until it is erased. */
export const keptFor = ({ recordDays, textDays = recordDays, ...given }: Retention) => ({
  recordDays,
  textDays,
  attachmentDays: given.attachmentDays ?? textDays,
  reportDays: given.reportDays ?? textDays,
})
