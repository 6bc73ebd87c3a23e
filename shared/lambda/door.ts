import type { MiddlewareObj } from '@middy/core'
import type { Log } from '../log/log.ts'
import type { systemPorts } from './system-ports.ts'

/** What every door is opened with beside its clients: time, chance and names, and where its events go. */
export interface DoorPorts {
  readonly system: typeof systemPorts
  readonly log: Log
  readonly published: MiddlewareObj
}
