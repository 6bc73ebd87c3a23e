import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type { TurnDoor } from '#functions/assistant/open-take-turn.ts'
import type { ChannelSecrets } from '#shared/channel/channel.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { Knowledge } from '#shared/knowledge/passage.ts'
import type { LogEvent } from '#shared/log/log.ts'
import type { ReportFiles } from '#shared/report/report-store.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { type SimulatedChannel, simulatedChannel } from './channel.ts'
import { feed } from './event-sources.ts'
import { type SimulatedExports, simulatedExports } from './exports.ts'
import { type Faults, noFaults } from './fault.ts'
import { type SimulatedFiles, type SimulatedSource, simulatedFiles } from './files.ts'
import { type Invocation, running } from './invocation.ts'
import { type Handler, openDoors } from './open-doors.ts'
import { type CallObserver, SimulatedCalls } from './simulated-calls.ts'
import { type SimulatedCloud, type SimulatedModel, simulatedCloud, warm } from './simulated-cloud.ts'
import { type DoorName, doorSeconds } from './stack-doors.ts'
import { inboundQueue, outboundQueue, stackQueues } from './stack-queues.ts'
import { simulatedTools } from './tools.ts'
import { Turnstile } from './turnstile.ts'
import { settled, withVirtualGlobals } from './virtual-globals.ts'
import { VirtualTime } from './virtual-time.ts'

export interface WorldOptions {
  readonly seed: number
  readonly start: number
  readonly deployed: DeployedConfig
  readonly knowledge: Knowledge
  readonly ears: Ears
  readonly model: SimulatedModel
  readonly webhookSecret: string
  /** What every channel's secret holds. @default the one of the standard channel */
  readonly secretsOf?: (channel: string) => ChannelSecrets | undefined
  readonly faults?: Faults
  readonly observer?: CallObserver
  readonly indexLagMs?: number
  /** More batches at once by so many a second while all are busy, as Lambda does it. @default as many as it begins with */
  readonly growsPerSecond?: number
  /** How far the clocks of the doors are off, one after the other. @default all are right */
  readonly skewsMs?: readonly number[]
  /** Two runs at once never share an execution environment, as in Lambda. @default they do */
  readonly apart?: boolean
  readonly log?: (event: LogEvent, door: string, environment: number) => void
  /** What the agents' door serves as its document. @default nothing of interest */
  readonly openApi?: string
  /** Where the company's tools are, and what their calls are signed with. @default nowhere */
  readonly companyTools?: Pick<TurnDoor, 'toolSecretsOf' | 'toolNetwork'>
  /** What customers send along. @default a photo */
  readonly file?: SimulatedSource
  /** Where the weekly reports lie. @default there are none */
  readonly reports?: Pick<ReportFiles, 'read' | 'forget'>
}

export type Outcome<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'failed'; readonly error: unknown }
  | { readonly kind: 'crashed' | 'timed-out' }

/** Every door of the product over a cloud in memory, on virtual time, one call at a time in an order that the seed decides. */
export class World {
  readonly time: VirtualTime
  readonly calls: SimulatedCalls
  readonly cloud: SimulatedCloud
  readonly channel: SimulatedChannel
  readonly files: SimulatedFiles
  readonly random: () => number
  readonly doors: ReturnType<typeof openDoors>
  /** Doors that no queue's messages are brought to for now. */
  readonly off = new Set<DoorName>()
  readonly #turnstile: Turnstile
  #skewsMs: readonly number[]
  /** The farthest that any clock ever was off. */
  farthestSkewMs = 0
  readonly #sources: (() => boolean)[]
  #invocations = 0
  #exports: SimulatedExports | undefined
  readonly #runs = new Map<DoorName, number>()

  constructor(options: WorldOptions) {
    this.random = seededRandom(options.seed)
    this.time = new VirtualTime(options.start)
    this.#turnstile = new Turnstile(this.random)
    this.#skewsMs = [0]
    this.setClocks(options.skewsMs ?? [0])
    this.calls = new SimulatedCalls(
      this.time,
      this.#turnstile,
      this.random,
      options.faults ?? noFaults,
      options.observer ?? {},
    )
    this.channel = simulatedChannel(() => this.calls, this.time.now)
    this.files = simulatedFiles(() => this.calls, options.file)
    const teams = Object.keys(options.deployed.config.teams)
    const { indexLagMs = 0, model } = options
    this.cloud = simulatedCloud(this.calls, this.time, { queues: stackQueues(teams), model, indexLagMs })
    const tools = simulatedTools(() => this.calls)
    this.doors = openDoors(this.cloud, this.files, tools, this.random, {
      ...options,
      ...(options.deployed.config.export && { exports: this.exports.files }),
    })
    const growth = { perSecond: options.growsPerSecond ?? 0, now: this.time.now }
    const source = (name: string, door: DoorName, handler: Handler<SQSEvent, SQSBatchResponse>) => {
      const brings = feed(this.cloud.queue(name), (event) => this.invoke(door, handler, event), growth)
      return () => !this.off.has(door) && brings()
    }
    this.#sources = [
      source(inboundQueue, 'TakeTurn', this.doors.takeTurn),
      source(outboundQueue, 'DeliverMessage', this.doors.deliverMessage),
    ]
  }

  /** Opened where somebody exports: most worlds do not. */
  get exports(): SimulatedExports {
    this.#exports ??= simulatedExports(() => this.calls, this.cloud.table)
    return this.#exports
  }

  /** From here on the doors' clocks are off by so much, one after the other. */
  setClocks(skewsMs: readonly number[]): void {
    this.#skewsMs = skewsMs
    this.farthestSkewMs = Math.max(this.farthestSkewMs, ...skewsMs.map(Math.abs))
  }

  /** Runs a door once, to its end, its crash or its time-out. Time passes only inside `run`. */
  invoke<Event, Result>(door: DoorName, handler: Handler<Event, Result>, event: Event): Promise<Outcome<Result>> {
    this.#invocations += 1
    const id = this.#invocations
    const run = (this.#runs.get(door) ?? 0) + 1
    this.#runs.set(door, run)
    // Whoever checks signatures by the clock is in time: a webhook from the future is refused, and that is right.
    const skewMs = door === 'ReceiveMessage' ? 0 : (this.#skewsMs[id % this.#skewsMs.length] ?? 0)
    return new Promise((resolve) => {
      const finish = (outcome: Outcome<Result>) => {
        if (invocation.over) return
        invocation.over = true
        this.time.cancel(limit)
        resolve(outcome)
      }
      const end = (kind: 'crashed' | 'timed-out') => finish({ kind })
      const invocation: Invocation = { id, door, run, skewMs, over: false, counts: new Map(), calls: new Map(), end }
      const limit = this.time.after(doorSeconds[door] * 1_000, () => end('timed-out'))
      running
        .run(invocation, () => handler(event))
        .then(
          (value) => finish({ kind: 'answered', value }),
          (error: unknown) => finish({ kind: 'failed', error }),
        )
    })
  }

  /** Lets everything happen that this needs, and answers it. */
  async run<T>(act: () => Promise<T>): Promise<T> {
    await warm()
    return withVirtualGlobals(this.time, this.random, this.channel.fetch, async () => {
      const acted = { done: false }
      const result = act().finally(() => {
        acted.done = true
      })
      result.catch(() => undefined)
      for (;;) {
        await settled()
        if (acted.done || !(await this.#step())) return result
      }
    })
  }

  /** Lets this much time pass, with all that happens meanwhile. */
  async pass(ms: number): Promise<void> {
    await warm()
    const until = this.time.now() + ms
    return withVirtualGlobals(this.time, this.random, this.channel.fetch, async () => {
      do await settled()
      while (await this.#step(until))
      this.time.moveTo(until)
    })
  }

  /** One thing happens once all is still; false when nothing can until then. */
  async #step(until?: number): Promise<boolean> {
    const fed = this.#sources.map((source) => source()).some(Boolean)
    if (fed) await settled()
    return this.#turnstile.next() || fed || this.#passTime(until)
  }

  /** To the next timer, or to the next message that comes back into sight. */
  #passTime(until = Number.POSITIVE_INFINITY): boolean {
    const visible = Math.min(...[inboundQueue, outboundQueue].map((name) => this.#nextVisible(name)))
    if (visible > Math.min(until, this.time.next() ?? Number.POSITIVE_INFINITY)) return this.time.advance(until)
    if (visible === Number.POSITIVE_INFINITY) return false
    this.time.moveTo(visible)
    return true
  }

  #nextVisible(name: string): number {
    return this.cloud.queue(name).nextVisibleAtMs() ?? Number.POSITIVE_INFINITY
  }
}
