import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { fixedKnowledge } from '#tests/support/fixed-knowledge.ts'
import { ears } from '#tests/support/listen.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { check, type Violation } from './check.ts'
import type { Call, Fault, Faults } from './fault.ts'
import { LineWatch } from './line-watch.ts'
import { replyingModel } from './model.ts'
import { AgentDesk, Customers } from './people.ts'
import type { Executed } from './simulated-calls.ts'
import type { SimulatedModel } from './simulated-cloud.ts'
import { deadLetterQueues } from './stack-queues.ts'
import type { AttributeValues } from './table/attribute.ts'
import { ThreadWatch } from './thread-watch.ts'
import { readTruth } from './truth.ts'
import { World } from './world.ts'

export interface SimulationOptions {
  readonly seed?: number
  readonly deployed?: DeployedConfig
  readonly faults?: Faults
  readonly model?: SimulatedModel
  readonly skewsMs?: readonly number[]
  readonly apart?: boolean
  readonly indexLagMs?: number
  readonly attempted?: (call: Call, fault: Fault | undefined) => void
  readonly log?: (event: LogEvent, door: string) => void
  /** Every attempt that took effect. */
  readonly executed?: (executed: Executed) => void
}

const secret = `whsec_${Buffer.from('a secret of exactly this length.').toString('base64')}`
const minute = 60_000
/** A lease, a delivery put off and a queue's visibility end within this. */
const longestDrain = 45

/** A world with its people, and the truth about it. */
export class Simulation {
  readonly world: World
  readonly customers: Customers
  readonly watch: LineWatch
  readonly threads = new ThreadWatch()
  readonly #desks = new Map<string, AgentDesk>()
  readonly #faulty = new Set<number>()
  #writes = 0
  readonly #teams: readonly string[]

  constructor({ seed = 1, deployed = testDeployed(), model = replyingModel, ...options }: SimulationOptions = {}) {
    this.#teams = Object.keys(deployed.config.teams)
    this.world = new World({
      ...options,
      seed,
      deployed,
      model,
      start: mondayMorning,
      knowledge: fixedKnowledge(),
      ears,
      webhookSecret: secret,
      observer: {
        attempted: (call, fault) => {
          if (fault !== undefined) this.#faulty.add(call.invocation)
          options.attempted?.(call, fault)
        },
        executed: (executed) => {
          this.#observe(executed)
          options.executed?.(executed)
        },
      },
    })
    this.customers = new Customers(this.world, secret)
    this.watch = new LineWatch(this.world.time.now)
  }

  /** An agent of all teams. */
  agent(id: string): AgentDesk {
    const desk = this.#desks.get(id) ?? new AgentDesk(this.world, id, this.#teams)
    this.#desks.set(id, desk)
    return desk
  }

  /** Who may erase. */
  admin(): AgentDesk {
    return new AgentDesk(this.world, 'root', ['admin'])
  }

  sweep(): Promise<unknown> {
    return this.world.run(() => this.world.invoke('Sweep', this.world.doors.sweep, {}))
  }

  /** Nothing fails any more, the sweep comes each minute, until all that is owed is done. */
  async drain(): Promise<void> {
    this.world.calls.faults = () => undefined
    for (let round = 0; round < longestDrain; round += 1) {
      await this.world.pass(minute)
      await this.sweep()
      if (round > 1 && this.#isQuiet()) return
    }
  }

  /** Agents take everything that waits, and finish it. */
  async empty(): Promise<void> {
    for (const team of this.#teams) {
      for (let n = 0; ; n += 1) {
        // Each takes one: nobody's capacity is full.
        const desk = this.agent(`last-${team}-${n}`)
        const claimed = await this.world.run(() => desk.claim(team))
        if (claimed.status !== 200) break
        const { id } = claimed.body.handoff as { readonly id: string }
        await this.world.run(() => desk.act('resolve', id, { outcome: 'solved' }))
      }
    }
    await this.drain()
  }

  /** Every promise that this run broke. */
  violations(unanswered: ReadonlySet<string> = new Set()): readonly Violation[] {
    const { taken, forgotten } = this.customers
    // What was sent to somebody who was erased is kept nowhere, and should not be.
    const delivered = this.world.channel.delivered.filter(({ thread, at }) => at > (forgotten.get(thread) ?? 0))
    const dead = deadLetterQueues(this.#teams)
      .filter((name) => this.world.cloud.queue(name).depth().visible > 0)
      .map((name): Violation => ({ promise: 'stuck', what: `dead letters in ${name}` }))
    const { table } = this.world.cloud
    const found = check(readTruth(table), { taken, unanswered, delivered, faulty: this.#faulty })
    const alone = this.threads.unanswered((thread, message) => table.get(thread, message) !== undefined)
    return [...found, ...alone, ...dead, ...this.watch.violations, ...this.threads.violations]
  }

  #isQuiet(): boolean {
    const queues = ['inbound.fifo', 'outbound.fifo'].map((name) => this.world.cloud.queue(name).depth())
    const left = queues.some(({ visible, inFlight, delayed }) => visible + inFlight + delayed > 0)
    const { messages } = readTruth(this.world.cloud.table)
    return !left && [...messages.values()].flat().every(({ delivery }) => delivery !== 'pending')
  }

  #observe({ call, input, reply }: Executed): void {
    const { writes } = this.world.cloud.table
    const changed = writes > this.#writes
    this.#writes = writes
    if (call.service !== 'dynamodb' || reply.status !== 200) return
    if (call.operation === 'Query' && isOfLine(input)) this.watch.looked(call.invocation)
    // The same token again is answered like the first time, and does nothing.
    if (call.operation !== 'TransactWriteItems' || !changed) return
    this.threads.wrote(input as TransactWriteItemsCommandInput)
    this.watch.wrote(call.invocation, input as TransactWriteItemsCommandInput)
  }
}

const isOfLine = (input: unknown): boolean => {
  const { ExpressionAttributeValues: values } = input as { readonly ExpressionAttributeValues?: AttributeValues }
  return values?.[':pk']?.S?.startsWith('LINE#') ?? false
}
