import type { ChannelSender } from '../channel/channel.ts'
import type { OutboundMessage } from '../channel/outbound-message.ts'
import type { Log } from '../log/log.ts'
import type { DeliveryStore } from './delivery-store.ts'

export interface DeliverMessagePorts {
  readonly store: DeliveryStore
  readonly sender: ChannelSender
  readonly log: Log
  readonly clock: () => number
}

export interface DeliveryAttempt {
  readonly outbound: OutboundMessage
  /** 1 for the first time that the queue hands it out. */
  readonly receiveCount: number
}

export type DeliveryOutcome =
  | { readonly kind: 'settled' }
  | { readonly kind: 'postponed'; readonly retryInSeconds: number }

/** The queue itself recognises a doubled hand-over for five minutes; what is older, such as a redriven message, may be a repeat. */
const surelyFirstMs = 240_000

/** Attempts before a message counts as failed for good; with the waits below, about five and a half hours. */
export const attemptLimit = 14
const waitsSeconds = [2, 5, 15, 60, 180, 600, 1_200, 1_800, 2_700, 3_600]

export const retryInSeconds = (receiveCount: number, asked?: number): number =>
  Math.max(asked ?? 0, waitsSeconds[Math.min(receiveCount, waitsSeconds.length) - 1] ?? 2)

/**
 * Sends one message and marks its record, in that order: a crash in between sends it again, which the channel
 * recognises by the message's id. The first hand-over needs no read; every other one first asks the record.
 */
export const deliverMessage = async (
  ports: DeliverMessagePorts,
  attempt: DeliveryAttempt,
): Promise<DeliveryOutcome> => {
  const { outbound, receiveCount } = attempt
  const { store, sender, log } = ports
  const record = { threadId: outbound.threadId, at: outbound.message.at, id: outbound.message.id }
  const named = { threadId: record.threadId, messageId: record.id }
  const uncertain = receiveCount > 1 || outbound.repeated
  let partsSent = 0
  let asTemplate = false

  if (uncertain || ports.clock() - record.at > surelyFirstMs) {
    const stored = await store.read(record.threadId, record.at, record.id)
    if (stored?.delivery !== 'pending') {
      log({ event: 'message.skipped', ...named, delivery: stored?.delivery ?? 'erased' })
      return { kind: 'settled' }
    }
    partsSent = stored.partsSent ?? 0
    asTemplate = stored.asTemplate ?? false
    // A try has failed: should the queue give up on it, the sweep does not.
    if (receiveCount > 1) await store.watch(record)
  }
  if (outbound.after && receiveCount < attemptLimit) {
    const before = await store.read(record.threadId, outbound.after.at, outbound.after.id)
    if (before?.delivery === 'pending') {
      // Usually it is on its way; should both queues have lost it, only the sweep can send it.
      await store.watch(before)
      return postpone(ports, attempt, 'an earlier message is not gone yet')
    }
  }

  const { channel } = outbound.address
  const reached = (parts: number) => store.reach(record, parts)
  const delivered = await sender.send(outbound, ports.clock(), { partsSent, uncertain, asTemplate, reached })
  if (delivered.kind === 'postponed' && receiveCount < attemptLimit)
    return postpone(ports, attempt, delivered.cause, delivered.retryAfterSeconds)
  if (delivered.kind === 'sent') {
    await store.settle(record, 'sent')
    log({ event: 'message.sent', ...named, channel })
  } else {
    await store.settle(record, 'failed', delivered.cause)
    log({ event: 'message.failed', ...named, channel, cause: delivered.cause })
  }
  return { kind: 'settled' }
}

const postpone = (
  { log }: DeliverMessagePorts,
  { outbound, receiveCount }: DeliveryAttempt,
  cause: string,
  asked?: number,
): DeliveryOutcome => {
  const wait = retryInSeconds(receiveCount, asked)
  log({
    event: 'message.postponed',
    threadId: outbound.threadId,
    messageId: outbound.message.id,
    cause,
    retryInSeconds: wait,
  })
  return { kind: 'postponed', retryInSeconds: wait }
}
