import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { LogEvent } from '#shared/log/log.ts'
import { redrive } from '#tests/simulation/redrive.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { deadLetterQueues, inboundQueue, outboundQueue } from '#tests/simulation/stack-queues.ts'

/** How far a customer has come when half of them are erased. */
export const stages = [
  'answered',
  'waiting',
  'claimed',
  'accepted',
  'resolved',
  'queued',
  'dead',
  'shared',
  'writing',
] as const
export type Stage = (typeof stages)[number]

export interface Canary {
  readonly stage: Stage
  /** In every field that a customer, or whoever speaks of them, can fill. */
  readonly word: string
  readonly erased: boolean
}

export interface Played {
  readonly canaries: readonly Canary[]
  /** Words of erased customers, and where they were found. */
  readonly left: readonly string[]
  /** Customers who were not erased, and of whom something is missing. */
  readonly missing: readonly string[]
  readonly receipts: readonly { readonly looks: number; readonly verifiedAt?: string }[]
}

const minute = 60_000
const deadInbound = inboundQueue.replace('.fifo', '-dead.fifo')

/** One customer's way to the stage at which it is erased, or is not. */
class CanaryPlay {
  readonly simulation: Simulation
  readonly logged: LogEvent[] = []

  constructor(seed: number) {
    this.simulation = new Simulation({ seed, log: (event) => this.logged.push(event) })
  }

  threadOf({ stage, word }: Canary): string {
    return stage === 'shared' ? `room-${Number(/\d+/.exec(word)?.[0] ?? 0) % 7}` : `thread-${word}`
  }

  says(canary: Canary, text: string): Promise<number> {
    return this.simulation.world.run(() => this.writes(canary, text))
  }

  writes(canary: Canary, text: string): Promise<number> {
    const { word } = canary
    const along = { name: `Name ${word}`, file: `${word}.png`, verified: { email: `${word}@example.com` } }
    const said = `${text} ${word}`
    const id = `m-${word}-${text.length}`
    return this.simulation.customers.says(this.threadOf(canary), said, id, `id-${word}`, along)
  }

  async profile({ word }: Canary): Promise<void> {
    const body = {
      name: `Name ${word}`,
      account: `acc-${word}`,
      verified: { email: `${word}@example.com`, telegram: word },
    }
    await this.asks('PUT /customers/{id}', { path: { id: `id-${word}` }, body })
  }

  asks(route: string, request: { readonly path: Readonly<Record<string, string>>; readonly body?: unknown }) {
    return this.simulation.world.run(() => this.simulation.admin().request({ route, ...request }))
  }

  /** Agents take whoever waits before the others come. */
  async serves(canary: Canary): Promise<void> {
    const { world } = this.simulation
    const agent = this.simulation.agent(`agent-${canary.word.replace(/\D/g, '')}`)
    const { status, body } = await world.run(() => agent.claim('care'))
    if (status !== 200) throw new Error(`${canary.word} could not be claimed: ${status}`)
    const { id } = body.handoff as { readonly id: string }
    if (canary.stage === 'claimed') return
    await world.run(() => agent.act('accept', id))
    await world.run(() => agent.act('messages', id, { text: `Dear ${canary.word}, hello` }))
    await world.run(() => agent.act('notes', id, { text: `${canary.word} is friendly` }))
    if (canary.stage === 'resolved')
      await world.run(() => agent.act('resolve', id, { outcome: 'solved', note: `${canary.word} was glad` }))
  }

  async reaches(canary: Canary): Promise<void> {
    const { world } = this.simulation
    await this.profile(canary)
    const { stage } = canary
    if (stage === 'writing' || stage === 'queued' || stage === 'dead') return
    await this.says(canary, 'How do I return a lamp?')
    await world.pass(5_000)
    if (stage === 'answered' || stage === 'shared') return
    await this.says(canary, 'I want to talk to a human about')
    await world.pass(5_000)
    if (stage !== 'waiting') await this.serves(canary)
  }

  /** On the world's clock: what is visible goes by it. */
  async moves(from: string, to: string): Promise<void> {
    const { cloud } = this.simulation.world
    const moved = await this.simulation.world.run(async () => redrive(cloud.queue(from), cloud.queue(to)))
    if (moved === 0) throw new Error(`nothing was in ${from}`)
  }

  /** Messages that no turn has taken: in the queue, or given up. */
  async holdsBack(canaries: readonly Canary[]): Promise<void> {
    const { world } = this.simulation
    world.off.add('TakeTurn')
    for (const one of canaries.filter(({ stage }) => stage === 'dead')) await this.says(one, 'I gave up on')
    await this.moves(inboundQueue, deadInbound)
    for (const one of canaries.filter(({ stage }) => stage === 'queued'))
      await this.says(one, 'I wait in the queue for')
  }

  /** Every byte of every store, and of what was told to others and logged. */
  stores(): Readonly<Record<string, string>> {
    const { world } = this.simulation
    const items = [...world.cloud.table.everything()].map((item) => JSON.stringify(unmarshall({ ...item }), bare))
    const queues = [inboundQueue, outboundQueue, ...deadLetterQueues(['care', 'billing'])].map((name) => {
      const bodies = world.cloud
        .queue(name)
        .takeNow(10)
        .map(({ message }) => message.body)
      return [name, bodies.join('\n')] as const
    })
    return {
      table: items.join('\n'),
      ...Object.fromEntries(queues),
      files: [...world.files.kept.keys()].join('\n'),
      bus: JSON.stringify(world.cloud.heard),
      log: JSON.stringify(this.logged),
    }
  }
}

const bare = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value)

/**
 * Customers with their word in every field, on the way to everywhere; half of them are erased, at once with whoever writes
 * in that moment; then everything that was held back is let go, and every store is searched.
 */
export const playErasures = async (count: number, seed: number): Promise<Played> => {
  const play = new CanaryPlay(seed)
  const { world } = play.simulation
  const canaries = Array.from(
    { length: count },
    (_, n): Canary => ({
      stage: stages[n % stages.length] ?? 'answered',
      word: `kan${n}ary`,
      erased: Math.floor(n / stages.length) % 2 === 0,
    }),
  )
  // Whoever is served has to be the only one who waits, and leases end.
  const late = ['claimed', 'waiting']
  const inTurn = [...canaries].sort((one, other) => late.indexOf(one.stage) - late.indexOf(other.stage))
  for (const one of inTurn) await play.reaches(one)
  await play.holdsBack(canaries)
  world.off.delete('TakeTurn')
  const gone = canaries.filter(({ erased }) => erased)
  const writing = canaries.filter(({ stage }) => stage === 'writing')
  const receipts: string[] = []
  const erases = async ({ word }: Canary) => {
    const { status, body } = await play.simulation
      .admin()
      .request({ route: 'DELETE /customers/{id}', path: { id: `id-${word}` } })
    if (status !== 200) throw new Error(`${word} was not erased: ${status}`)
    receipts.push(String(body.id))
  }
  await world.run(() =>
    Promise.all([...writing.map((one) => play.writes(one, 'I write just now of')), ...gone.map(erases)]),
  )
  for (let minutes = 0; minutes < 20; minutes += 1) {
    await world.pass(minute)
    await play.simulation.sweep()
  }
  await play.moves(deadInbound, inboundQueue)
  await play.simulation.drain()

  const stores = await world.run(async () => play.stores())
  const finds = ({ word }: Canary) => Object.entries(stores).filter(([, text]) => text.includes(word))
  const read = []
  for (const id of receipts) read.push((await play.asks('GET /erasures/{id}', { path: { id } })).body)
  return {
    canaries,
    left: gone.flatMap((one) => finds(one).map(([store]) => `${one.stage} ${one.word} in ${store}`)),
    missing: canaries
      .filter((one) => !one.erased && !hasWords(stores.table ?? '', one))
      .map(({ stage, word }) => `${stage} ${word}`),
    receipts: read as unknown as Played['receipts'],
  }
}

/** Their own words, and their name. */
const hasWords = (table: string, { word }: Canary): boolean =>
  new RegExp(`"text":"[^"]* ${word}"`).test(table) && table.includes(`Name ${word}`)
