import type { AgentDesk, Answered } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { Reference } from './reference.ts'

export const capacity = 2
export const leaseSeconds = 120

/** Silence ends nothing within a run, and a question may be asked as often as one likes: only commands change anything. */
const deployed = testDeployed({
  teams: {
    care: { name: 'Care', languages: ['en'], capacity },
    billing: { name: 'Billing', languages: ['en'], capacity },
  },
  triggers: { 'repeated-question': { enabled: false } },
  lease: { seconds: leaseSeconds },
  idle: { closeAfterHours: 720, unansweredAfterMinutes: 10_080 },
})

/** The product and its reference, side by side. */
export class ComparedDesk {
  readonly simulation: Simulation
  readonly reference = new Reference(capacity, leaseSeconds * 1_000)
  #said = 0

  constructor(seed: number) {
    this.simulation = new Simulation({ seed, deployed })
  }

  get now(): number {
    return this.simulation.world.time.now()
  }

  agent(id: string): AgentDesk {
    return this.simulation.agent(id)
  }

  ask<T>(act: () => Promise<T>): Promise<T> {
    return this.simulation.world.run(act)
  }

  async says(thread: string, words: string, id?: string): Promise<void> {
    await this.deliver(this.named(thread, words, id))
    await this.settle()
  }

  /** Every message says something else, so that each is seen once or twice. */
  named(thread: string, words: string, id?: string): { thread: string; text: string; id: string } {
    this.#said += 1
    return { thread, text: `${words} (${this.#said})`, id: id ?? `m-${this.#said}` }
  }

  async deliver(...messages: readonly { thread: string; text: string; id: string }[]): Promise<void> {
    const { customers } = this.simulation
    await this.ask(() => Promise.all(messages.map(({ thread, text, id }) => customers.says(thread, text, id))))
    this.reference.delivered.push(...messages)
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
