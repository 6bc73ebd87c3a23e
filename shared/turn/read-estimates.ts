import type { BatonConfig } from '../config/config.ts'
import type { EstimateStore, Estimates } from '../handoff/estimates/estimate-store.ts'
import { errorName } from '../log/error-name.ts'
import type { Log } from '../log/log.ts'
import type { Decision } from './turn.ts'

export interface EstimatesPorts {
  /** Absent where nobody is told how long it takes. */
  readonly estimates?: Pick<EstimateStore, 'read'> | undefined
  readonly log: Log
}

/** One read more, of a turn that hands off; the handoff goes on without it. */
export const readEstimates = async (
  { estimates, log }: EstimatesPorts,
  { notices }: Pick<BatonConfig, 'notices'>,
  { kind }: Decision,
): Promise<Estimates | undefined> => {
  if (kind !== 'hand-off' || notices.estimate === undefined || estimates === undefined) return undefined
  try {
    return await estimates.read()
  } catch (cause) {
    log({ event: 'request.failed', operation: 'turn.estimates', cause: errorName(cause) })
    return undefined
  }
}
