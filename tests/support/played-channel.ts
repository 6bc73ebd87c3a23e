import { buffer } from 'node:stream/consumers'
import { listen } from '#infra/local/http/listen.ts'
import { startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import type { Person } from '#infra/local/providers/provider.ts'
import { knownProviders } from '#infra/local/providers/provider-list.ts'
import { threadIdOf } from '#shared/channel/address.ts'
import type { Delivered, Progress, Received, WebhookRequest } from '#shared/channel/channel.ts'
import { channelReceivers } from '#shared/channel/channel-receivers.ts'
import { fetchChannelMedia } from '#shared/channel/fetch-channel-media.ts'
import { fetchChannelSenders } from '#shared/channel/fetch-channel-senders.ts'
import type { OutboundMessage } from '#shared/channel/outbound-message.ts'
import type { ChannelName } from '#shared/config/config.ts'
import { firstTry } from './progress.ts'
import { testConfig } from './test-config.ts'

export type PlayedChannel = Awaited<ReturnType<typeof playChannel>>

const statusOf = (received: Received): number => {
  if (received.kind === 'answered') return received.reply.status
  return received.kind === 'unauthentic' ? 401 : 200
}

/** A provider as this machine plays it, with the product's way in and way out at its other end, and a clock to move. */
export const playChannel = async (channel: ChannelName) => {
  const provider = knownProviders.get(channel)
  if (!provider) throw new Error(`channel ${channel} is not played`)
  const clock = { now: Date.UTC(2026, 10, 22, 9) }
  const [received, waited, faults]: [Received[], number[], ('breaks' | number)[]] = [[], [], []]

  const webhook = await listen(0, async (incoming, response) => {
    const fault = faults.shift()
    if (fault === 'breaks') return response.destroy()
    if (fault !== undefined) return response.writeHead(fault).end()
    const url = new URL(incoming.url ?? '/', 'http://webhook')
    const request: WebhookRequest = {
      method: incoming.method ?? '',
      headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
      query: Object.fromEntries(url.searchParams),
      rawQuery: url.search.slice(1),
      body: await buffer(incoming),
    }
    const found = await receivers[channel]?.receiver.receive(request, await secrets.read(), clock.now)
    if (!found) return response.writeHead(404).end()
    received.push(found)
    return response.writeHead(statusOf(found)).end(found.kind === 'answered' ? found.reply.body : '')
  })
  const fake = await startFakeProvider(provider, {
    webhookUrl: `${webhook.url}/webhooks/${channel}`,
    clock: { now: () => clock.now, wait: async (ms) => void waited.push(ms) },
  })
  const { channels } = testConfig({ channels: { [channel]: fake.settings } })
  let held = fake.secrets
  const secrets = {
    read: async () => Object.fromEntries(Object.entries(held).map(([name, value]) => [name, [value]])),
    refresh: async () => false,
  }
  const receivers = channelReceivers(channels, () => secrets)
  const sender = fetchChannelSenders(channels, () => secrets)

  const outbound = (
    person: Person,
    text: string,
    kind: OutboundMessage['message']['author']['kind'],
  ): OutboundMessage => {
    const { account, key } = fake.placeOf(person)
    const address = { channel, account, key }
    const message = { id: 'out-1', at: 123, author: { kind }, text }
    return { version: 1, threadId: threadIdOf(address), address, message, repeated: false }
  }

  return {
    fake,
    received,
    /** How long the provider waited before each further try. */
    waited,
    /** Moves the provider's clock. */
    passes: (ms: number) => {
      clock.now += ms
    },
    /** What becomes of the next deliveries, instead of being read. */
    meets: (...next: ('breaks' | number)[]) => void faults.push(...next),
    /** The company's end brings other secrets from now on. */
    brings: (other: Readonly<Record<string, string>>) => {
      held = { ...held, ...other }
    },
    sends: (
      person: Person,
      text: string,
      author: OutboundMessage['message']['author']['kind'] = 'assistant',
      progress: Partial<Progress> = {},
    ): Promise<Delivered> => sender.send(outbound(person, text, author), clock.now, { ...firstTry, ...progress }),
    media: fetchChannelMedia(channels, () => secrets),
    messages: () => received.flatMap((one) => (one.kind === 'messages' ? one.messages : [])),
    receipts: () => received.flatMap((one) => (one.kind === 'messages' ? (one.receipts ?? []) : [])),
    close: () => Promise.all([fake.close(), webhook.close()]),
  }
}
