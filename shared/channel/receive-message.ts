import { follow } from '../log/correlation.ts'
import type { Log } from '../log/log.ts'
import { threadIdOf } from './address.ts'
import type { ChannelReceiver, ChannelSecrets, LeftOut, Received, WebhookRequest } from './channel.ts'
import type { Inbound, InboundQueue } from './inbound-message.ts'
import type { ReceiptQueue } from './receipt.ts'
import type { SiteTokens } from './site-tokens.ts'

/** A channel that this deployment is connected to. */
export interface ConnectedChannel {
  readonly receiver: ChannelReceiver
  readonly secrets: ChannelSecrets
}

export interface ReceiveMessagePorts {
  readonly channels: Readonly<Record<string, ConnectedChannel>>
  readonly queue: InboundQueue
  /** Where no connected channel tells what became of messages, there is none. */
  readonly receipts?: ReceiptQueue | undefined
  /** Absent where the company's site signs none. */
  readonly tokens?: SiteTokens | undefined
  readonly log: Log
  readonly clock: () => number
}

/** Nothing that was sent is dropped without a trace; of what it said there is none. */
const logLeftOut = (log: Log, channel: string, { kind, unreadable, forgotten }: LeftOut & { kind: string }): void => {
  if (unreadable) log({ event: 'webhook.unreadable', channel, events: unreadable })
  if (forgotten) log({ event: 'webhook.forgotten', channel, messages: forgotten })
  else if (kind === 'ignored') log({ event: 'webhook.ignored', channel })
}

/**
 * Verifies a webhook on its raw bytes, and keeps its messages until their turn is done.
 * Nothing at all happens before the signature holds; throws only when nothing was kept.
 * @returns what the channel is answered; nothing for a channel that is not connected.
 */
export const receiveMessage = async (
  ports: ReceiveMessagePorts,
  channel: string,
  request: WebhookRequest,
): Promise<Received | undefined> => {
  const { channels, queue, receipts, log, clock } = ports
  const connected = Object.hasOwn(channels, channel) ? channels[channel] : undefined
  if (!connected) return undefined

  const received = await verified(connected, request, clock())
  if (received.kind === 'messages' || received.kind === 'ignored') logLeftOut(log, channel, received)
  if (received.kind !== 'messages') return received

  const all = received.messages.map((message) => ({ threadId: threadIdOf(message.address), message }))
  follow(...[...all, ...(received.receipts ?? [])].map(({ threadId }) => threadId))
  const kept = await Promise.all(all.map((one) => signedIn(ports, one, received.token)))
  await queue.send(kept)
  for (const { threadId } of kept) log({ event: 'webhook.accepted', channel, threadId, messages: kept.length })
  if (received.receipts?.length) await receipts?.send(received.receipts.map((receipt) => ({ ...receipt, channel })))
  return received
}

/** What is refused is looked at once more where the channel's secret has changed meanwhile: some keep no old one beside the new. */
const verified = async (
  { receiver, secrets }: ConnectedChannel,
  request: WebhookRequest,
  now: number,
): Promise<Received> => {
  const held = await secrets.read()
  const received = await receiver.receive(request, held, now)
  if (received.kind !== 'unauthentic') return received
  const renewed = await secrets.renewed?.()
  return renewed === undefined || renewed === held ? received : receiver.receive(request, renewed, now)
}

/** A bad token costs nobody their message: its sender is one who has not signed in. */
const signedIn = async (
  { tokens, log, clock }: ReceiveMessagePorts,
  { threadId, message }: Inbound,
  token: unknown,
): Promise<Inbound> => {
  if (token === undefined) return { threadId, message }
  const answer = (await tokens?.read(token, clock())) ?? { kind: 'refused', cause: 'tokens are not configured' }
  if (answer.kind === 'good')
    return { threadId, message: { ...message, sender: { ...message.sender, signedIn: answer.signedIn } } }
  log({ event: 'token.refused', channel: message.address.channel, threadId, cause: answer.cause })
  return { threadId, message }
}
