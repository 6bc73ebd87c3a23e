import type { TransactWriteItemsCommandInput } from '@aws-sdk/client-dynamodb'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { fixedKnowledge } from '#tests/support/fixed-knowledge.ts'
import { ears } from '#tests/support/listen.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { AgentWatch } from './agent-watch.ts'
import { check, type Violation } from './check.ts'
import { checkEvents } from './check-events.ts'
import { checkFiles } from './check-files.ts'
import { type Call, type Fault, type Faults, isOfTheAnswer } from './fault.ts'
import { LineWatch } from './line-watch.ts'
import { MessageWatch } from './message-watch.ts'
import { replyingModel } from './model.ts'
import { AgentDesk, Customers } from './people.ts'
import type { Executed } from './simulated-calls.ts'
import type { SimulatedModel } from './simulated-cloud.ts'
import { doorSeconds } from './stack-doors.ts'
import { deadLetterQueues, inboundQueue, outboundQueue, teamQueue } from './stack-queues.ts'
import type { AttributeValues, Item } from './table/attribute.ts'
import { ThreadWatch } from './thread-watch.ts'
import { ToolWatch } from './tool-watch.ts'
import { readTruth, type Truth } from './truth.ts'
import { World, type WorldOptions } from './world.ts'

type Given =
  | 'knowledge'
  | 'indexLagMs'
  | 'growsPerSecond'
  | 'openApi'
  | 'secretsOf'
  | 'companyTools'
  | 'file'
  | 'reports'

export interface SimulationOptions extends Partial<Pick<WorldOptions, Given>> {
  readonly seed?: number
  readonly deployed?: DeployedConfig
  readonly faults?: Faults
  readonly model?: SimulatedModel
  readonly skewsMs?: readonly number[]
  readonly apart?: boolean
  readonly attempted?: (call: Call, fault: Fault | undefined) => void
  readonly log?: (event: LogEvent, door: string, environment: number) => void
  /** Every attempt that took effect. */
  readonly executed?: (executed: Executed) => void
}

export const webhookSecret = `whsec_${Buffer.from('a secret of exactly this length.').toString('base64')}`
const minute = 60_000
/** A lease, a delivery put off and a queue's visibility end within this. */
const longestDrain = 45
const longestDoorMs = Math.max(...Object.values(doorSeconds)) * 1_000

/** A world with its people, and the truth about it. */
export class Simulation {
  readonly world: World
  readonly customers: Customers
  readonly watch: LineWatch
  readonly threads = new ThreadWatch()
  readonly messages: MessageWatch
  readonly agents: AgentWatch
  readonly tools: ToolWatch
  readonly #desks = new Map<string, AgentDesk>()
  /** Runs of doors that met a fault. */
  readonly faulty = new Set<number>()
  #writes = 0
  readonly #teams: readonly string[]
  readonly #tellsEvents: boolean

  constructor({ seed = 1, deployed = testDeployed(), model = replyingModel, ...options }: SimulationOptions = {}) {
    this.#teams = Object.keys(deployed.config.teams)
    this.#tellsEvents = deployed.config.events !== undefined
    this.world = new World({
      ...options,
      seed,
      deployed,
      model,
      start: mondayMorning,
      knowledge: options.knowledge ?? fixedKnowledge(),
      ears,
      webhookSecret,
      observer: {
        attempted: (call, fault) => {
          if (fault !== undefined && !isOfTheAnswer(fault)) this.faulty.add(call.invocation)
          options.attempted?.(call, fault)
        },
        executed: (executed) => {
          this.#observe(executed)
          this.tools.executed(executed)
          options.executed?.(executed)
        },
      },
    })
    this.tools = new ToolWatch(this.world.time.now, deployed.config.tools)
    this.customers = new Customers(this.world, webhookSecret)
    this.watch = new LineWatch(this.world.time.now)
    const { customers } = this
    const messages = new MessageWatch(this.world.time.now, (threadId) => customers.erased.get(threadId) ?? 0)
    this.messages = messages
    this.agents = new AgentWatch(() => messages.effects, messages.ofConversation)
  }

  /** An agent of all teams. */
  agent(id: string): AgentDesk {
    const desk = this.#desks.get(id) ?? new AgentDesk(this.world, id, this.#teams, this.agents)
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
    const { taken, forgotten, erased, senders } = this.customers
    // What was sent to somebody who was erased is kept nowhere, and should not be.
    const delivered = this.world.channel.delivered.filter(({ thread, at }) => at > (forgotten.get(thread) ?? 0))
    const { table } = this.world.cloud
    const truth = readTruth(table)
    const { heard } = this.world.cloud
    const { moves } = this.watch
    const toleranceMs = this.world.farthestSkewMs + longestDoorMs
    return [
      ...(this.#tellsEvents ? checkEvents(truth, heard) : []),
      ...check(truth, { taken, unanswered, delivered, faulty: this.faulty, moves, erased, toleranceMs }),
      ...checkFiles(truth, { kept: sizesOf(this.world.files.kept), erased }),
      ...this.tools.violations(truth, { senders, erased, faulty: this.faulty }),
      ...this.threads.unanswered((thread, message) => table.get(thread, message) !== undefined),
      ...this.messages.missing((pk, sk) => table.get(pk, sk)),
      ...this.agents.check(truth, erased),
      ...this.#leftInQueues(truth),
      ...[this.watch, this.threads, this.messages, this.agents].flatMap(({ violations }) => violations),
    ]
  }

  /** Dead letters, messages that nobody came for, and people who wait with nobody called. */
  #leftInQueues({ waiting }: Truth): readonly Violation[] {
    const all = (name: string) => {
      const { visible, inFlight, delayed } = this.world.cloud.queue(name).depth()
      return visible + inFlight + delayed
    }
    const stuck = (what: string): Violation => ({ promise: 'stuck', what })
    return [
      ...deadLetterQueues(this.#teams)
        .filter((name) => all(name) > 0)
        .map((name) => stuck(`dead letters in ${name}`)),
      ...[inboundQueue, outboundQueue].filter((name) => all(name) > 0).map((name) => stuck(`messages left in ${name}`)),
      ...this.#teams
        .filter((team) => all(teamQueue(team)) < waiting.filter((entry) => entry.team === team).length)
        .map((team) => stuck(`fewer tickets than people who wait for ${team}`)),
    ]
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
    if (!changed) return
    if (call.operation !== 'TransactWriteItems') {
      this.watch.wroteAlone(call.operation, keyIn(input))
      return
    }
    const transaction = input as TransactWriteItemsCommandInput
    this.threads.wrote(transaction)
    this.messages.wrote(transaction)
    this.watch.wrote(call.invocation, transaction)
  }
}

const sizesOf = (files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, number> =>
  new Map([...files].map(([key, { byteLength }]) => [key, byteLength]))

const keyIn = (input: unknown): Item => {
  const { Key, Item = {} } = input as { readonly Key?: Item; readonly Item?: Item }
  return Key ?? Item
}

const isOfLine = (input: unknown): boolean => {
  const { ExpressionAttributeValues: values } = input as { readonly ExpressionAttributeValues?: AttributeValues }
  return values?.[':pk']?.S?.startsWith('LINE#') ?? false
}
