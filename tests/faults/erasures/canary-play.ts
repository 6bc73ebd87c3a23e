import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { LogEvent } from '#shared/log/log.ts'
import { photo } from '#tests/simulation/files.ts'
import { redrive } from '#tests/simulation/redrive.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { deadLetterQueues, inboundQueue, outboundQueue } from '#tests/simulation/stack-queues.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { Quotes } from './quotes.ts'

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
  /** In every field that a customer, or whoever speaks of them, can fill; and in their files. */
  readonly word: string
  readonly erased: boolean
}

export const deadInbound = inboundQueue.replace('.fifo', '-dead.fifo')

const bare = (_: string, value: unknown): unknown => (value instanceof Set ? [...value] : value)
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const numberIn = (word: string): number => Number(/\d+/.exec(word)?.[0] ?? 0)

/** A world in which customers come to the stage at which they are erased, or are not. */
export class CanaryPlay {
  readonly quotes = new Quotes()
  readonly simulation: Simulation
  readonly logged: LogEvent[] = []
  readonly #canaries: readonly Canary[]
  #agents = 0

  constructor(seed: number, canaries: readonly Canary[]) {
    this.#canaries = canaries
    this.simulation = new Simulation({
      seed,
      log: (event) => this.logged.push(event),
      file: ({ url = '' }) => ({
        bytes: Buffer.concat([photo, Buffer.from(new URL(url).search)]),
        contentType: 'image/png',
      }),
      reports: this.quotes.reports,
      deployed: testDeployed({ export: {} }),
    })
  }

  conversationOf({ stage, word }: Canary): string {
    return stage === 'shared' ? `room-${numberIn(word) % 7}` : `thread-${word}`
  }

  threadIdOf(canary: Canary): string {
    return threadOf(this.conversationOf(canary))
  }

  says(canary: Canary, text: string): Promise<number> {
    return this.simulation.world.run(() => this.writes(canary, text))
  }

  writes(canary: Canary, text: string): Promise<number> {
    const { word } = canary
    const along = { name: `Name ${word}`, file: `${word}.png`, verified: { email: `${word}@example.com` } }
    const id = `m-${word}-${text.length}`
    return this.simulation.customers.says(this.conversationOf(canary), `${text} ${word}`, id, `id-${word}`, along)
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

  /** A lease of somebody who was served before may have ended meanwhile: then it is they who are served again. */
  async serves(canary: Canary): Promise<void> {
    const whose = await this.#servesNext()
    if (whose !== canary) await this.serves(canary)
  }

  /** Whoever is the first in line, with words about nobody else. */
  async #servesNext(): Promise<Canary> {
    const { world } = this.simulation
    this.#agents += 1
    const agent = this.simulation.agent(`agent-${this.#agents}`)
    const { status, body } = await world.run(() => agent.claim('care'))
    if (status !== 200) throw new Error(`nobody could be claimed: ${status}`)
    const { id } = body.handoff as { readonly id: string }
    const canary = this.#canaries.find((one) => id.startsWith(this.threadIdOf(one)))
    if (!canary) throw new Error(`${id} is nobody's`)
    if (canary.stage === 'claimed') return canary
    await world.run(() => agent.act('accept', id))
    await world.run(() => agent.act('messages', id, { text: `Dear ${canary.word}, hello` }))
    await world.run(() => agent.act('notes', id, { text: `${canary.word} is friendly` }))
    if (canary.stage === 'resolved')
      await world.run(() => agent.act('resolve', id, { outcome: 'solved', note: `${canary.word} was glad` }))
    return canary
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
  async holdsBack(): Promise<void> {
    const { world } = this.simulation
    world.off.add('TakeTurn')
    for (const one of this.#canaries.filter(({ stage }) => stage === 'dead')) await this.says(one, 'I gave up on')
    await this.moves(inboundQueue, deadInbound)
    for (const one of this.#canaries.filter(({ stage }) => stage === 'queued'))
      await this.says(one, 'I wait in the queue for')
  }

  /** Every byte of every store, and of what was told to others and logged. */
  stores(): Readonly<Record<string, string>> {
    const { world } = this.simulation
    const items = [...world.cloud.table.everything()].map((item) => JSON.stringify(unmarshall({ ...item }), bare))
    const queues = [inboundQueue, outboundQueue, ...deadLetterQueues(['care', 'billing'])].map((name) => {
      const taken = world.cloud.queue(name).takeNow(10)
      return [name, taken.map(({ message }) => message.body).join('\n')] as const
    })
    return {
      table: items.join('\n'),
      ...Object.fromEntries(queues),
      files: [...world.files.kept].map(([key, bytes]) => `${key} ${latin(bytes)}`).join('\n'),
      exports: world.exports.contents(),
      reports: [...this.quotes.pages].map(([path, text]) => `${path} ${text}`).join('\n'),
      bus: JSON.stringify(world.cloud.heard),
      log: JSON.stringify(this.logged),
    }
  }
}
