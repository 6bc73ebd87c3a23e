import type { Handoff } from '#shared/handoff/handoff.ts'
import type { Message } from '#shared/thread/message.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import type { AgentDesk } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { ageAlarm } from '#tests/simulation/stack-queues.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'

const second = 1_000
const minute = 60 * second

export interface BacklogOptions {
  readonly seed: number
  /** How long no turn is taken. */
  readonly offMinutes: number
  /** Messages that come meanwhile. */
  readonly messagesPerMinute: number
}

export interface BacklogResult {
  readonly messages: number
  readonly threads: number
  readonly handoffs: number
  readonly claims: number
  /** Threads whose messages are not stored once each, in the order in which they were sent. */
  readonly misordered: number
  /** Conversations that do not begin when their first message came. */
  readonly wrongStarts: number
  /** From the workers' stop until the alarm on the oldest message's age rings. */
  readonly alarmMs: number
  readonly drainedMs: number
  readonly violations: readonly Violation[]
}

const messagesPerThread = 4
const agents = 20

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Sent {
  readonly text: string
  readonly at: number
}

/** A day on which no turn is taken for a while; people go on writing, and agents are at their desks when it ends. */
class Backlog {
  readonly simulation: Simulation
  readonly sent = new Map<string, Sent[]>()
  readonly #random: () => number
  readonly #options: BacklogOptions
  drained = false
  alarmMs = Number.POSITIVE_INFINITY

  constructor(options: BacklogOptions) {
    this.#options = options
    this.#random = seededRandom(options.seed)
    this.simulation = new Simulation({ seed: options.seed, apart: true })
  }

  get #now(): number {
    return this.simulation.world.time.now()
  }

  async write(): Promise<void> {
    const { offMinutes, messagesPerMinute } = this.#options
    const many = offMinutes * messagesPerMinute
    const threads = Math.ceil(many / messagesPerThread)
    for (let n = 0; n < many; n += 1) {
      const thread = `thread-${Math.floor(this.#random() * threads)}`
      const wish = this.#random() < 0.15 ? 'I want to talk to a human' : 'How do I return a lamp?'
      await this.#say(thread, `${wish} (${n})`)
      await sleep((this.#random() * 2 * minute) / messagesPerMinute)
    }
  }

  async #say(thread: string, text: string): Promise<void> {
    const all = this.sent.get(thread) ?? []
    this.sent.set(thread, all)
    all.push({ text, at: this.#now })
    await this.simulation.customers.says(thread, text, `m-${text}`)
  }

  /** The queue's age is looked at each period, as the alarm does it. */
  async watchAge(stoppedAt: number): Promise<void> {
    const oldest = () => Math.min(...[...this.sent.values()].flatMap((all) => all.map(({ at }) => at)))
    while (this.#now - oldest() <= ageAlarm.thresholdSeconds * second) await sleep(ageAlarm.periodSeconds * second)
    this.alarmMs = this.#now - stoppedAt
  }

  /** From the moment when turns are taken again. */
  async serve(desk: AgentDesk): Promise<void> {
    for (let empty = 0; !this.drained || empty === 0; ) {
      const { status, body } = await desk.claim('care', 5)
      empty = status === 200 ? 0 : 1
      if (status !== 200) continue
      const { id } = body.handoff as { readonly id: string }
      await sleep(this.#random() * 20 * second)
      await desk.act('messages', id, { text: `Hello ${id}` })
      await desk.act('resolve', id, { outcome: 'solved' })
    }
  }

  /** Until nothing is in the inbound queue any more. */
  async waitUntilDrained(): Promise<number> {
    const queue = this.simulation.world.cloud.queue('inbound.fifo')
    for (;;) {
      const { visible, inFlight, delayed } = queue.depth()
      if (visible + inFlight + delayed === 0) break
      await sleep(second)
    }
    this.drained = true
    return this.#now
  }
}

export const playBacklog = async (options: BacklogOptions): Promise<BacklogResult> => {
  const backlog = new Backlog(options)
  const { simulation, sent } = backlog
  const { world } = simulation
  const stoppedAt = world.time.now()
  world.off.add('TakeTurn')
  await world.run(() => Promise.all([backlog.write(), backlog.watchAge(stoppedAt)]))
  world.off.delete('TakeTurn')
  const startedAgain = world.time.now()
  const desks = Array.from({ length: agents }, (_, n) => simulation.agent(`agent-${n}`))
  const [drainedAt] = await world.run(() =>
    Promise.all([backlog.waitUntilDrained(), ...desks.map((desk) => backlog.serve(desk))]),
  )
  await simulation.drain()
  await simulation.empty()
  const { messages, handoffs } = readTruth(world.cloud.table)
  const starts = new Map([...sent].map(([thread, all]) => [threadOf(thread), all.map(({ at }) => at)]))
  return {
    messages: [...sent.values()].flat().length,
    threads: sent.size,
    handoffs: handoffs.length,
    claims: simulation.watch.claims,
    misordered: misordered(sent, messages),
    wrongStarts: handoffs.filter((handoff) => !beginsWithMessage(handoff, starts)).length,
    alarmMs: backlog.alarmMs,
    drainedMs: drainedAt - startedAgain,
    violations: simulation.violations(),
  }
}

const byCustomer = (messages: readonly Message[] = []): readonly string[] =>
  messages.filter(({ author }) => author.kind === 'customer').map(({ text }) => text)

const misordered = (
  sent: ReadonlyMap<string, readonly Sent[]>,
  stored: ReadonlyMap<string, readonly Message[]>,
): number =>
  [...sent].filter(([thread, all]) => {
    const kept = byCustomer(stored.get(threadOf(thread)))
    return kept.length !== all.length || kept.some((text, n) => text !== all[n]?.text)
  }).length

/** A conversation lasts since a message of its customer came, not since somebody had time for it. */
const beginsWithMessage = (
  { threadId, startedAt }: Pick<Handoff, 'threadId' | 'startedAt'>,
  starts: ReadonlyMap<string, readonly number[]>,
): boolean => (starts.get(threadId) ?? []).some((at) => startedAt >= at && startedAt - at < second)
