import { setTimeout } from 'node:timers/promises'
import type { ClaimedHandoff, MessageView } from '#infra/local/demo/agent.ts'
import type { FakeProvider } from '#infra/local/providers/fake-provider.ts'
import type { Heard, Said } from '#infra/local/providers/provider.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import type { Journey } from './journey.ts'

export type SeenMessage = MessageView & {
  readonly delivery?: string
  readonly deliveryCause?: string
  readonly attachments?: readonly {
    readonly kind?: string
    readonly contentType?: string
    readonly kept?: { readonly contentType: string; readonly size: number }
    readonly link?: string
  }[]
}

const patienceMs = 30_000
const lookMs = 50

/** One customer of one channel and the agent who took them, from the first question to the end. */
export class ChannelJourney {
  readonly provider: FakeProvider
  readonly conversationId: string
  readonly #journey: Journey
  readonly #person: { readonly id: string; readonly name: string; readonly thread: string }
  #handoffId = ''

  constructor(journey: Journey, provider: FakeProvider, thread = `journey-${provider.channel}`) {
    this.#journey = journey
    this.provider = provider
    this.#person = { id: `u-${provider.channel}`, name: 'Ada', thread }
    const { account, key } = provider.placeOf(this.#person)
    this.conversationId = conversationIdOf(threadIdOf({ channel: provider.channel, account, key }), 1)
  }

  async says(said: Said | string): Promise<void> {
    const words: Said = typeof said === 'string' ? { kind: 'text', text: said } : said
    const acknowledged = await this.provider.says(this.#person, words)
    if (!acknowledged || acknowledged.status >= 300) throw new Error(`not taken: ${JSON.stringify(acknowledged)}`)
  }

  /** Written a while ago, and delivered only now. */
  async said(text: string, at: number): Promise<void> {
    for (const delivery of this.provider.deliveriesOf(this.#person, { kind: 'text', text }, { at }))
      await this.provider.post(delivery)
  }

  heard(): readonly Heard[] {
    return this.provider.heard(this.provider.placeOf(this.#person).key)
  }

  /** What arrived behind the first so many, once something of it is as wanted. */
  async hears(after: number, isIt: (heard: Heard) => boolean = () => true): Promise<readonly Heard[]> {
    await this.#until('nothing was heard', async () => this.heard().slice(after).some(isIt))
    return this.heard().slice(after)
  }

  /** Requests of the product that were to bring this text to the customer, refused ones too. */
  triesOf(mark: string): readonly { readonly at: number }[] {
    return this.provider.asked().filter(({ body }) => body.includes(mark))
  }

  isThatOf({ handoff }: ClaimedHandoff): boolean {
    return handoff.conversationId === this.conversationId
  }

  async isClaimed({ handoff }: ClaimedHandoff): Promise<void> {
    this.#handoffId = handoff.id
  }

  async agentWrites(text: string): Promise<void> {
    await this.#does('messages', { text })
  }

  resolves(): Promise<void> {
    return this.#does('resolve', { outcome: 'solved' })
  }

  async record(): Promise<{ readonly status: string; readonly messages: readonly SeenMessage[] }> {
    const { status, text } = await this.#journey.agent('supervisor', 'GET', `/conversations/${this.conversationId}`)
    if (status !== 200) throw new Error(`the conversation cannot be read: ${status}`)
    return JSON.parse(text)
  }

  /** The message that holds this, once it is as wanted. */
  async sees(mark: string, isSo: (message: SeenMessage) => boolean = () => true): Promise<SeenMessage> {
    let seen: SeenMessage | undefined
    await this.#until(`"${mark}" was not seen so`, async () => {
      seen = (await this.record()).messages.find((message) => message.text.includes(mark) && isSo(message))
      return seen !== undefined
    })
    if (!seen) throw new Error(`"${mark}" was not seen`)
    return seen
  }

  /** The bytes behind a link of the transcript, opened without any token. */
  async opens(link: string): Promise<Buffer> {
    const { status, text } = await this.#journey.agent('supervisor', 'GET', link)
    if (status !== 200) throw new Error(`the link answered ${status} ${text}`)
    const response = await fetch(JSON.parse(text).url)
    if (!response.ok) throw new Error(`the file answered ${response.status} ${await response.text()}`)
    return Buffer.from(await response.arrayBuffer())
  }

  async #does(verb: string, body: object): Promise<void> {
    const { status, text } = await this.#journey.agent('care-1', 'POST', `/handoffs/${this.#handoffId}/${verb}`, body)
    if (status >= 300) throw new Error(`${verb} answered ${status} ${text}`)
  }

  async #until(otherwise: string, isSo: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + patienceMs
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error(`${this.provider.channel}: ${otherwise}`)
      await setTimeout(lookMs)
    }
  }
}
