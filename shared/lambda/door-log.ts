import type { MiddlewareObj } from '@middy/core'
import type { Log } from '../log/log.ts'
import { powertoolsLog } from '../log/powertools-log.ts'
import { powertoolsCounter, withMetrics } from '../log/powertools-metrics.ts'

export interface DoorLog {
  readonly log: Log
  /** Writes the invocation's metrics when it ends, however it ends. */
  readonly published: MiddlewareObj
}

/** What every door logs and counts with. */
export const doorLog = (): DoorLog => {
  const counter = powertoolsCounter()
  return {
    log: withMetrics(powertoolsLog(), counter),
    published: { after: counter.publish, onError: counter.publish },
  }
}
