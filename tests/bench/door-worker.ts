import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface DoorWork {
  readonly folder: string
  readonly events: readonly unknown[]
  /** First events that are not counted: they warm code and connections. */
  readonly warm: number
}

export interface DoorEffort {
  readonly cpuMsPerEvent: number
  readonly rssMegabytes: number
}

const megabyte = 1_048_576

/** Runs in a process of its own, with the function's environment: one event after the other, as Lambda would. */
process.once('message', async ({ folder, events, warm }: DoorWork) => {
  const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'bench', awsRequestId: 'bench' }
  for (const event of events.slice(0, warm)) await handler(event, context)
  const before = process.cpuUsage()
  const counted = events.slice(warm)
  for (const event of counted) await handler(event, context)
  const { user, system } = process.cpuUsage(before)
  const effort: DoorEffort = {
    cpuMsPerEvent: (user + system) / 1_000 / counted.length,
    rssMegabytes: process.resourceUsage().maxRSS / (megabyte / 1_024),
  }
  process.send?.(effort, () => process.exit(0))
})
