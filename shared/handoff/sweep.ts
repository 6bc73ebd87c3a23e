import type { BatonConfig, Team } from '../config/config.ts'
import type { Lease } from '../line/line-entry.ts'
import { following } from '../log/correlation.ts'
import { errorName } from '../log/error-name.ts'
import { type EndIdlePorts, endIdle } from './end-idle.ts'
import type { EraseCustomerPorts } from './erase-customer.ts'
import { ItemsFailedError } from './errors.ts'
import type { EstimateStore } from './estimates/estimate-store.ts'
import { estimateWaits } from './estimates/estimate-waits.ts'
import { lookAtOwed } from './look-at-owed.ts'
import { type MoveOverflowPorts, moveOverflow } from './move-overflow.ts'
import { type ResendPorts, resendUndelivered } from './resend-undelivered.ts'
import { type MissingTicketsPorts, sendMissingTickets } from './send-missing-tickets.ts'
import { type OwedEventsPorts, sendOwedEvents } from './send-owed-events.ts'
import { takeBackExpired } from './take-back.ts'
import { type WatchLinePorts, watchLine } from './watch-line.ts'

export type SweepPorts = EndIdlePorts &
  MoveOverflowPorts &
  ResendPorts &
  MissingTicketsPorts &
  WatchLinePorts & {
    /** Absent where nobody is told how long it takes. */
    readonly estimates?: Pick<EstimateStore, 'write'> | undefined
    /** Absent where nobody is ever erased. */
    readonly erasing?: Omit<EraseCustomerPorts, 'log' | 'clock' | 'newId' | 'transactions'>
    /** Absent where no bus is told of anything. */
    readonly owedEvents?: Pick<OwedEventsPorts, 'outbox' | 'sink'> | undefined
  }

export interface Swept {
  readonly expired: number
  readonly moved: number
  readonly tickets: number
  readonly resent: number
  readonly idle: number
  /** Erasures that were looked at again. */
  readonly erasures: number
  /** Events that the bus took; absent where there is no bus. */
  readonly told?: number
  readonly failed: number
}

/** Leases come back a page at a time; more pages than this wait for the next minute. */
const leasePages = 20

/** Until a minute from now, and the time that a run takes. */
const nextRunMs = 75_000

const takeBackTeam = async (ports: SweepPorts, team: string): Promise<number> => {
  let taken = 0
  for (let page = 0; page < leasePages; page += 1) {
    const { expired, running } = await ports.line.head(team, ports.clock)
    if (expired.length === 0) {
      await setAlarms(ports, team, running)
      break
    }
    taken += await takeBackExpired(ports, expired, ports.newId())
  }
  return taken
}

/** A lease that nobody accepted for so long gets another alarm: its own may have died with the door that claimed. */
const setAlarms = async ({ tickets, clock }: SweepPorts, team: string, running: readonly Lease[]): Promise<void> => {
  const now = clock()
  const ends = running.map(({ leaseUntil }) => leaseUntil - now).filter((left) => left <= nextRunMs)
  await Promise.all(ends.map((left) => tickets.send(team, { delaySeconds: left / 1_000 })))
}

/** As many failures of one step as the log is told, each with its thread. */
const mostTold = 20

/** What failed in a step, and of which thread; of what was read for all of them, of none. */
const failuresOf = (error: unknown): readonly { readonly ids: readonly string[]; readonly cause: unknown }[] =>
  error instanceof ItemsFailedError
    ? error.failures.slice(0, mostTold).map(({ id, cause }) => ({ ids: [id], cause }))
    : [{ ids: [], cause: error }]

/**
 * Catches what a crash or a lost signal left behind: expired leases, overflow, missing tickets, messages never handed
 * to delivery, idle conversations. One step that fails does not keep the others from their work.
 */
export const sweep = async (ports: SweepPorts, config: BatonConfig): Promise<Swept> => {
  let failed = 0
  const attempt = async (operation: string, step: () => Promise<number>): Promise<number> => {
    try {
      return await step()
    } catch (error) {
      failed += 1
      for (const { ids, cause } of failuresOf(error))
        following(ids, () => ports.log({ event: 'request.failed', operation, cause: errorName(cause) }))
      return 0
    }
  }
  const inEachTeam = async (
    operation: string,
    step: (team: string, settings: Team) => Promise<number>,
  ): Promise<number> => {
    let sum = 0
    for (const [team, settings] of Object.entries(config.teams))
      sum += await attempt(operation, () => step(team, settings))
    return sum
  }

  const expired = await inEachTeam('sweep.leases', (team) => takeBackTeam(ports, team))
  const moved = await inEachTeam('sweep.overflow', (team) => moveOverflow(ports, config, team))
  const idle = await attempt('sweep.idle', () => endIdle(ports, config))
  const tickets = await inEachTeam('sweep.tickets', async (team, settings) =>
    sendMissingTickets(ports, team, await watchLine(ports, settings, team)),
  )
  const resent = await attempt('sweep.outbox', () => resendUndelivered(ports))
  const { owedEvents, log, clock, estimates, erasing } = ports
  const erasures = erasing ? await attempt('sweep.erasures', () => lookAtOwed({ ...ports, ...erasing })) : 0
  if (estimates) await attempt('sweep.estimates', () => estimateWaits({ ...ports, estimates }, config))
  const told = owedEvents && {
    told: await attempt('sweep.events', () => sendOwedEvents({ ...owedEvents, log, clock })),
  }
  const swept = { expired, moved, tickets, resent, idle, erasures, ...told, failed }
  ports.log({ event: 'sweep.done', ...swept })
  return swept
}
