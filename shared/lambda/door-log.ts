import type { MiddlewareObj } from '@middy/core'
import type { Log } from '../log/log.ts'
import { powertoolsLog } from '../log/powertools-log.ts'
import { powertoolsMetrics, withMetrics } from '../log/powertools-metrics.ts'

export interface DoorLog {
  readonly log: Log
  /** Writes the invocation's metrics when it ends, however it ends. */
  readonly published: MiddlewareObj
}

/** What every door logs and counts with. */
export const doorLog = (): DoorLog => {
  const metrics = powertoolsMetrics()
  // Powertools' own middleware warns on each invocation that counted nothing, which most do.
  const publish = () => {
    if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics()
  }
  return { log: withMetrics(powertoolsLog(), metrics), published: { after: publish, onError: publish } }
}
