import type { ReceivedMessage } from '#infra/local/queue/message.ts'
import type { NewMessage } from '#infra/local/queue/queue.ts'
import { never, running } from '#tests/simulation/invocation.ts'
import type { Attempt } from '#tests/simulation/simulated-calls.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'
import { inboundQueue, outboundQueue } from '#tests/simulation/stack-queues.ts'
import { threadOf } from '#tests/support/inbound.ts'

/** Nobody can ever read it; nobody can read it yet; or whoever takes it dies of it. */
export const poisons = ['unreadable', 'future', 'killing'] as const
export const poisonedQueues = [inboundQueue, outboundQueue] as const

export interface Poisoning {
  readonly seed: number
  readonly poison: (typeof poisons)[number]
  readonly queue: (typeof poisonedQueues)[number]
}

/** Whoever says this, or is told it, is poison on its way. */
export const marker = 'the poisoned one'
export const poisonedThread = 'poor-yorick'

const garbage = ['nothing', '{', 'null', '[]', '{}', '{"version":1}', '"{}"', '['.repeat(5_000), '{"version":"1"}']

/** Makes poison of what bears the marker, as it comes to the queue, until it is repaired. */
export class Poison {
  readonly #of: Poisoning
  #repaired = false
  /** While nobody comes for what is in the queue, it gathers. */
  isHeld = false
  readonly #receives = new Map<string, number>()

  constructor(of: Poisoning, { world, faulty }: Simulation) {
    this.#of = of
    const queue = world.cloud.queue(of.queue)
    const [send, takeNow] = [queue.send.bind(queue), queue.takeNow.bind(queue)]
    const [make, invoke] = [world.calls.make.bind(world.calls), world.invoke.bind(world)]
    queue.send = (message) => send(this.#spoilt(message))
    queue.takeNow = (count) => (this.isHeld ? [] : this.#counted(takeNow(count)))
    world.calls.make = (attempt) => (this.#kills(attempt) ? kill(faulty) : make(attempt))
    world.invoke = (door, handler, event) => invoke(door, handler, this.#repaired ? understood(event) : event)
  }

  /** How often the queue handed one poisoned message out, at most. */
  get receives(): number {
    return Math.max(0, ...this.#receives.values())
  }

  /** From here on doors of the next version run, which know what to do. */
  repair(): void {
    this.#repaired = true
  }

  #counted(batch: ReceivedMessage[]): ReceivedMessage[] {
    for (const { message } of batch)
      if (!this.#repaired && message.attributes.poison)
        this.#receives.set(message.id, (this.#receives.get(message.id) ?? 0) + 1)
    return batch
  }

  #spoilt(message: NewMessage): NewMessage {
    if (this.#repaired || !message.body.includes(marker)) return message
    const attributes = { ...message.attributes, poison: { DataType: 'String', StringValue: 'yes' } }
    const { poison, seed } = this.#of
    if (poison === 'killing') return { ...message, attributes }
    const body =
      poison === 'future' ? message.body.replace('"version":1', '"version":2') : garbage[seed % garbage.length]
    return { ...message, attributes, body: body ?? '{' }
  }

  /** A turn dies as soon as it reads the thread, a delivery as it is about to send. */
  #kills({ service, input }: Attempt): boolean {
    if (this.#of.poison !== 'killing' || this.#repaired) return false
    const inbound = this.#of.queue === inboundQueue
    if (inbound && running.getStore()?.door !== 'TakeTurn') return false
    if (inbound) return service === 'dynamodb' && JSON.stringify(input).includes(threadOf(poisonedThread))
    return service === 'channel' && String(input).includes(marker)
  }
}

const kill = (faulty: Set<number>): Promise<never> => {
  const run = running.getStore()
  if (run) faulty.add(run.id)
  run?.end('crashed')
  return never()
}

/** The next version reads the version after this one. */
const understood = <Event>(event: Event): Event =>
  JSON.parse(JSON.stringify(event).replaceAll('\\"version\\":2', '\\"version\\":1')) as Event
