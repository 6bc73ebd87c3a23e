import assert from 'node:assert/strict'
import type { ThreadRecord } from '#shared/thread/thread-state.ts'
import { type AgentDesk, type Answered, signedIn } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { declaredTools } from '#tests/simulation/tools.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { headStarts, Reference, type ReferenceThread } from './reference.ts'
import type { Tally } from './step.ts'

export const capacity = 2
export const leaseSeconds = 120

/** Silence ends nothing within a run, and a question may be asked as often as one likes: only commands change anything. */
const deployed = testDeployed({
  teams: {
    care: { name: 'Care', languages: ['en'], capacity },
    billing: { name: 'Billing', languages: ['en'], capacity },
  },
  headStart: [{ when: { trigger: ['billing-dispute'] }, minutes: (headStarts.billing ?? 0) / 60_000 }],
  triggers: { 'repeated-question': { enabled: false } },
  lease: { seconds: leaseSeconds },
  tools: declaredTools,
  idle: { closeAfterHours: 720, unansweredAfterMinutes: 10_080 },
})

export interface Message {
  readonly thread: string
  readonly text: string
  readonly id: string
}

/** A message, and the team that it wishes for. */
export interface Wish {
  readonly message: Message
  readonly wish: string | undefined
}

/** The doors go by the table's clock, which they know to within a second or two, whatever their own says. */
const clockMs = 4_000

/** The product and its reference, side by side. */
export class ComparedDesk {
  readonly simulation: Simulation
  readonly reference = new Reference(capacity, leaseSeconds * 1_000)
  readonly tallies: Map<string, Tally>
  /** On their way, and late. */
  readonly heldBack: Wish[] = []
  skewMs = 0
  #said = 0

  constructor(seed: number, tallies: Map<string, Tally> = new Map()) {
    this.tallies = tallies
    this.simulation = new Simulation({ seed, deployed })
  }

  get now(): number {
    return this.simulation.world.time.now()
  }

  skew(ms: number): void {
    this.skewMs = ms
    this.simulation.world.setClocks([ms])
  }

  agent(id: string): AgentDesk {
    return this.simulation.agent(id)
  }

  ask<T>(act: () => Promise<T>): Promise<T> {
    return this.simulation.world.run(act)
  }

  says(thread: string, words: string, wish: string | undefined): Promise<void> {
    return this.sayAll([{ message: this.named(thread, words), wish }])
  }

  /** Every message says something else, so that each is seen once or twice. */
  named(thread: string, words: string): Message {
    this.#said += 1
    return { thread, text: `${words} (${this.#said})`, id: `m-${this.#said}` }
  }

  /** Some messages of one thread, at once. */
  async sayAll(all: readonly Wish[]): Promise<void> {
    const { customers } = this.simulation
    await this.ask(() =>
      Promise.all(
        all.map(({ message: { thread, text, id } }) => customers.says(thread, text, id, undefined, signedIn(thread))),
      ),
    )
    await this.settle()
    for (const { message, wish } of all) {
      this.reference.delivered.push(message)
      const thread = this.reference.thread(message.thread)
      if (thread.status === 'closed') this.begins(thread, wish)
      else this.reference.says(thread, wish)
    }
  }

  /** A conversation began just now, by the clock of its door. */
  begins(thread: ReferenceThread, wish: string | undefined): void {
    const { startedAt, conversationId } = this.#stateOf(thread.key) ?? {}
    assert.ok(startedAt !== undefined && conversationId !== undefined, `${thread.key} has no conversation`)
    assert.ok(Math.abs(this.now - startedAt) <= clockMs, `${conversationId} began ${this.now - startedAt} ms ago`)
    this.reference.begins(thread, conversationId, startedAt)
    this.reference.says(thread, wish)
  }

  conversationOf(thread: string): string | undefined {
    return this.#stateOf(thread)?.conversationId
  }

  /** Not in the very moment in which a lease ends: either would be right. */
  async notAsALeaseEnds(): Promise<void> {
    for (const { hold } of this.reference.threads.values())
      if (hold && !hold.accepted && Math.abs(hold.leaseUntil - this.now) < clockMs)
        await this.simulation.world.pass(2 * clockMs)
  }

  /** Long enough for everything that was begun, too short for a lease. */
  settle(): Promise<void> {
    return this.simulation.world.pass(1_000)
  }

  async erase(thread: string): Promise<Answered> {
    const route = 'DELETE /customers/{id}'
    const answer = await this.ask(() => this.simulation.admin().request({ route, path: { id: `customer-${thread}` } }))
    this.simulation.customers.forget(thread)
    this.reference.erases(thread)
    return answer
  }

  /** Who has each thread, as the table says it. */
  statuses(): ReadonlyMap<string, string> {
    const { states } = readTruth(this.simulation.world.cloud.table)
    const byId = new Map(states.map((state) => [state.threadId, state]))
    return new Map(
      [...this.reference.threads.keys()].map((key) => {
        const state = byId.get(threadOf(key))
        const who = state?.status === 'claimed' ? ` by ${state.agentId}` : ''
        const where = state?.team === undefined ? '' : ` in ${state.team}`
        return [key, `${state?.status ?? 'closed'}${where}${who}`]
      }),
    )
  }

  #stateOf(thread: string): ThreadRecord | undefined {
    const { states } = readTruth(this.simulation.world.cloud.table)
    return states.find(({ threadId }) => threadId === threadOf(thread))
  }

  /** The same, as the reference has it. */
  expected(): ReadonlyMap<string, string> {
    return new Map(
      [...this.reference.threads].map(([key, { status, team, hold }]) => {
        const where = status === 'waiting' || status === 'claimed' ? ` in ${team}` : ''
        return [key, `${status}${where}${hold ? ` by ${hold.agent}` : ''}`]
      }),
    )
  }
}
