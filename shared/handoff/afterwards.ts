import { errorName } from '../log/error-name.ts'
import type { Log } from '../log/log.ts'

/**
 * For a signal that follows a commit: what was committed stands, and the sweep makes up for a signal that was lost,
 * so a failure is logged and the caller gets their answer.
 */
export const afterwards = async (log: Log, operation: string, signal: () => Promise<unknown>): Promise<void> => {
  try {
    await signal()
  } catch (cause) {
    log({ event: 'request.failed', operation, cause: errorName(cause) })
  }
}
