import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import { type Faults, faults } from '#tests/simulation/fault.ts'
import { LeaseWatch, type Orphan } from '#tests/simulation/lease-watch.ts'
import type { AgentDesk, Answered } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const second = 1_000
const minute = 60 * second

export interface RaceOptions {
  readonly seed: number
  readonly agents: number
  readonly handoffs: number
  readonly skewsMs: readonly number[]
  /** How many of the agents' and the sweep's calls meet a fault. */
  readonly faultShare: number
}

export interface RaceResult {
  readonly claims: number
  readonly resolved: number
  /** Writes by somebody who did not hold the conversation at any moment while they asked. */
  readonly staleTried: number
  readonly staleAccepted: number
  readonly renewals: number
  readonly orphans: readonly Orphan[]
  readonly violations: readonly Violation[]
}

/** All that an agent may write to a handoff. */
const writes: readonly (readonly [verb: string, body?: object])[] = [
  ['messages', { text: 'Still there?' }],
  ['notes', { text: 'A note' }],
  ['accept'],
  ['heartbeat'],
  ['release'],
  ['decline'],
  ['transfer', { team: 'billing', reason: 'Theirs' }],
  ['return'],
  ['resolve', { outcome: 'solved' }],
]

const team = (name: string) => ({ name, languages: ['en'], capacity: 20 })
const deployed = testDeployed({ teams: { care: team('Care'), billing: team('Billing') }, routing: [] })
const leaseMs = deployed.config.lease.seconds * second

const watched = ['care', 'billing', 'care', 'billing']

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Claimed {
  readonly id: string
  readonly thread: string
  readonly end: number
}

/** Agents at one line who vanish, come back too late, and renew their leases when these are just over. */
class Race {
  readonly simulation: Simulation
  readonly leases: LeaseWatch
  readonly random: () => number
  readonly wanted: number
  resolved = 0
  staleTried = 0
  staleAccepted = 0
  renewals = 0
  readonly #vanished: Promise<void>[] = []

  constructor({ seed, skewsMs, handoffs, faultShare }: RaceOptions) {
    this.random = seededRandom(seed)
    this.wanted = handoffs
    const disturbed: Faults = ({ door }) =>
      (door === 'AgentApi' || door === 'Sweep') && this.random() < faultShare ? this.pick(faults) : undefined
    this.simulation = new Simulation({
      seed,
      deployed,
      skewsMs,
      apart: true,
      faults: disturbed,
      executed: (executed) => this.leases.executed(executed),
    })
    this.leases = new LeaseWatch(this.simulation.world.time.now, leaseMs)
  }

  pick<T>(many: readonly T[]): T {
    return many[Math.floor(this.random() * many.length)] as T
  }

  async arrive(): Promise<void> {
    for (let n = 0; n < this.wanted; n += 1) {
      void this.simulation.customers.says(`thread-${n}`, `I want to talk to a human (${n})`, `m-${n}`)
      await sleep(this.random() * 0.5 * second)
    }
  }

  /** One agent after the other at one desk: who vanishes is followed by the next. */
  async serve(desk: AgentDesk): Promise<void> {
    while (this.resolved < this.wanted) {
      const team = this.random() < 0.9 ? 'care' : 'billing'
      const claimed = this.#read(await desk.claim(team, this.pick([0, 5, 20, 20])))
      if (claimed) await this.#handle(desk, claimed)
      else await sleep(this.random() * 20 * second)
    }
    await Promise.all(this.#vanished)
  }

  /** Somebody who looks at one line all the time: what comes back to it is seen when it is there. */
  async watch(desk: AgentDesk, team: string): Promise<void> {
    while (this.resolved < this.wanted) {
      const claimed = this.#read(await desk.claim(team, 20))
      if (claimed) await this.#solve(desk, claimed)
    }
  }

  async sweep(): Promise<void> {
    while (this.resolved < this.wanted) {
      await sleep(minute)
      await this.simulation.world.invoke('Sweep', this.simulation.world.doors.sweep, {})
    }
  }

  #read({ status, body }: Answered): Claimed | undefined {
    if (status !== 200) return undefined
    const { id, conversationId } = body.handoff as { readonly id: string; readonly conversationId: string }
    const thread = conversationId.split('.')[0] ?? ''
    return { id, thread, end: this.leases.endOf(thread) ?? 0 }
  }

  async #handle(desk: AgentDesk, claimed: Claimed): Promise<void> {
    const way = this.random()
    if (way < 0.15) return void this.#vanished.push(this.#vanish(desk, claimed))
    if (way < 0.4 && (await this.#renew(desk, claimed)) !== 200) return
    if (way < 0.46) return void (await this.#write(desk, claimed, 'release'))
    if (way < 0.49) return void (await this.#write(desk, claimed, 'decline'))
    if (way < 0.54) return void (await this.#write(desk, claimed, 'transfer', { team: 'billing', reason: 'Theirs' }))
    await this.#write(desk, claimed, 'messages', { text: `Hello ${claimed.id}` })
    await sleep(this.random() * 30 * second)
    await this.#solve(desk, claimed)
  }

  async #solve(desk: AgentDesk, claimed: Claimed): Promise<void> {
    if ((await this.#write(desk, claimed, 'resolve', { outcome: 'solved' })) < 300) this.resolved += 1
  }

  /** Nothing is heard until after the lease; then as if nothing had been. */
  async #vanish(desk: AgentDesk, claimed: Claimed): Promise<void> {
    await sleep(leaseMs + this.random() * 4 * minute)
    const [verb, body] = this.pick(writes)
    if (verb === 'resolve') await this.#solve(desk, claimed)
    else await this.#write(desk, claimed, verb, body)
  }

  /** Around the end of the lease, to the millisecond; an answer of the table takes up to twenty. */
  async #renew(desk: AgentDesk, claimed: Claimed): Promise<number> {
    for (;;) {
      const end = this.leases.endOf(claimed.thread) ?? claimed.end
      await sleep(end - this.simulation.world.time.now() - 45 + Math.floor(this.random() * 50))
      this.renewals += 1
      const status = await this.#write(desk, claimed, 'heartbeat')
      if (status !== 200 || this.random() < 0.5) return status
    }
  }

  async #write(desk: AgentDesk, { id, thread }: Claimed, verb: string, body?: object): Promise<number> {
    const from = this.leases.effects
    const { status } = await desk.act(verb, id, body)
    const held = this.leases.held(thread, desk.id, from, this.leases.effects)
    if (!held) this.staleTried += 1
    if (!held && status < 300) this.staleAccepted += 1
    return status
  }
}

export const raceForClaims = async (options: RaceOptions): Promise<RaceResult> => {
  const race = new Race(options)
  const { simulation, leases } = race
  const desks = Array.from({ length: options.agents }, (_, n) => simulation.agent(`agent-${n}`))
  await simulation.world.run(() =>
    Promise.all([
      race.arrive(),
      race.sweep(),
      ...desks.map((desk) => race.serve(desk)),
      ...watched.map((team, n) => race.watch(simulation.agent(`watch-${n}`), team)),
    ]),
  )
  await simulation.drain()
  await simulation.empty()
  return {
    claims: simulation.watch.claims,
    resolved: race.resolved,
    staleTried: race.staleTried,
    staleAccepted: race.staleAccepted,
    renewals: race.renewals,
    orphans: leases.orphans,
    violations: simulation.violations(),
  }
}
