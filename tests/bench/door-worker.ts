import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { median } from './median.ts'

export interface DoorWork {
  readonly folder: string
  readonly events: readonly unknown[]
  /** First events that are not counted: they warm code and connections. */
  readonly warm: number
}

export interface DoorEffort {
  readonly cpuMsPerEvent: number
  readonly medianCpuMs: number
  readonly rssMegabytes: number
}

const megabyte = 1_048_576

const spentMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}

/** Runs in a process of its own, with the function's environment: one event after the other, as Lambda would. */
process.once('message', async ({ folder, events, warm }: DoorWork) => {
  const { handler } = await import(pathToFileURL(join(folder, 'index.mjs')).href)
  const context = { getRemainingTimeInMillis: () => 30_000, functionName: 'bench', awsRequestId: 'bench' }
  for (const event of events.slice(0, warm)) await handler(event, context)
  const before = process.cpuUsage()
  const counted = events.slice(warm)
  const each: number[] = []
  for (const event of counted) {
    const since = process.cpuUsage()
    await handler(event, context)
    each.push(spentMs(since))
  }
  const effort: DoorEffort = {
    cpuMsPerEvent: spentMs(before) / counted.length,
    medianCpuMs: median(each),
    rssMegabytes: process.resourceUsage().maxRSS / (megabyte / 1_024),
  }
  process.send?.(effort, () => process.exit(0))
})
