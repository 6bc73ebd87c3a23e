import type { IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listen } from '#infra/local/http/listen.ts'
import { type FakeProvider, startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import type { Fields, Person } from '#infra/local/providers/provider.ts'
import { knownProviders } from '#infra/local/providers/provider-list.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import type { Delivered, Progress, Received, WebhookRequest } from '#shared/channel/channel.ts'
import { channelReceivers } from '#shared/channel/channel-receivers.ts'
import { fetchChannelSenders } from '#shared/channel/fetch-channel-senders.ts'
import { fetchChannelMedia } from '#shared/channel/media/fetch-channel-media.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'
import { fetchSenderProfiles } from '#shared/channel/profiles/fetch-sender-profiles.ts'
import type { ChannelName } from '#shared/config/config.ts'
import { firstTry } from './progress.ts'
import { testConfig } from './test-config.ts'

type AuthorKind = OutboundMessage['message']['author']['kind']
type Read = (request: WebhookRequest) => Promise<Received | undefined>

export type PlayedChannel = Awaited<ReturnType<typeof playChannel>>

const requestOf = async (incoming: IncomingMessage): Promise<WebhookRequest> => {
  const url = new URL(incoming.url ?? '/', 'http://webhook')
  return {
    method: incoming.method ?? '',
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    query: Object.fromEntries(url.searchParams),
    rawQuery: url.search.slice(1),
    body: await buffer(incoming),
  }
}

const replyTo = (received: Received | undefined): { readonly status: number; readonly body: string } => {
  if (!received) return { status: 404, body: '' }
  if (received.kind === 'answered') return received.reply
  return { status: received.kind === 'unauthentic' ? 401 : 200, body: '' }
}

/** A webhook that reads what it is sent, unless something befalls it. */
const startWebhook = async (read: Read) => {
  const received: Received[] = []
  const faults: ('breaks' | number)[] = []
  const { url, close } = await listen(0, async (incoming, response) => {
    const fault = faults.shift()
    if (fault === 'breaks') return response.destroy()
    if (fault !== undefined) return response.writeHead(fault).end()
    const found = await read(await requestOf(incoming))
    if (found) received.push(found)
    const { status, body } = replyTo(found)
    return response.writeHead(status).end(body)
  })
  return { url, close, received, faults }
}

/** The product's ways in and out, with the secrets that the provider handed out, or others. */
const productOf = ({ channel, settings, secrets: handedOut }: FakeProvider) => {
  let fields = handedOut
  const secrets = {
    read: async () => Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
    refresh: async () => false,
  }
  const { channels } = testConfig({ channels: { [channel]: settings } })
  return {
    receive: (request: WebhookRequest, now: number) =>
      secrets
        .read()
        .then((held) => channelReceivers(channels, () => secrets)[channel]?.receiver.receive(request, held, now)),
    sender: fetchChannelSenders(channels, () => secrets),
    media: fetchChannelMedia(channels, () => secrets),
    profiles: fetchSenderProfiles(channels, () => secrets),
    brings: (other: Fields) => {
      fields = { ...fields, ...other }
    },
  }
}

/** A provider as this machine plays it, with the product at its other end, and a clock to move. */
export const playChannel = async (channel: ChannelName) => {
  const provider = knownProviders.get(channel)
  if (!provider) throw new Error(`channel ${channel} is not played`)
  let now = Date.UTC(2026, 10, 22, 9)
  const waited: number[] = []
  const webhook = await startWebhook(async (request) => product.receive(request, now))
  const fake = await startFakeProvider(provider, {
    webhookUrl: `${webhook.url}/webhooks/${channel}`,
    clock: { now: () => now, wait: async (ms) => void waited.push(ms) },
  })
  const product = productOf(fake)

  const sends = (to: Person, text: string, kind: AuthorKind = 'assistant', progress: Partial<Progress> = {}) => {
    const { account, key } = fake.placeOf(to)
    const address = { channel, account, key }
    const message = { id: 'out-1', at: 123, author: { kind }, text }
    const outbound: OutboundMessage = { version: 1, threadId: threadIdOf(address), address, message, repeated: false }
    return product.sender.send(outbound, now, { ...firstTry, ...progress }) satisfies Promise<Delivered>
  }
  const { received } = webhook
  return {
    fake,
    received,
    /** How long the provider waited before each further try. */
    waited,
    /** Moves the provider's clock. */
    passes: (ms: number) => {
      now += ms
    },
    /** What becomes of the next deliveries, instead of being read. */
    meets: (...next: ('breaks' | number)[]) => void webhook.faults.push(...next),
    /** The company's end brings other secrets from now on. */
    brings: product.brings,
    sends,
    media: product.media,
    profiles: product.profiles,
    messages: () => received.flatMap((one) => (one.kind === 'messages' ? one.messages : [])),
    receipts: () => received.flatMap((one) => (one.kind === 'messages' ? (one.receipts ?? []) : [])),
    close: () => Promise.all([fake.close(), webhook.close()]),
  }
}
