import type { MiddlewareObj } from '@middy/core'
import { errorName } from '../log/error-name.ts'
import type { Log } from '../log/log.ts'
import { powertoolsLog } from '../log/powertools-log.ts'
import { powertoolsCounter, withMetrics } from '../log/powertools-metrics.ts'
import { DoorFailedError } from './errors.ts'

export interface DoorLog {
  readonly log: Log
  /** Writes the invocation's metrics when it ends, however it ends; what it ends with by an error says nothing but its class. */
  readonly published: MiddlewareObj
}

/** What every door logs and counts with. */
export const doorLog = (): DoorLog => {
  const counter = powertoolsCounter()
  return {
    log: withMetrics(powertoolsLog(), counter),
    published: {
      after: counter.publish,
      onError: (request) => {
        counter.publish()
        if (request.response === undefined) request.error = new DoorFailedError(errorName(request.error))
      },
    },
  }
}
