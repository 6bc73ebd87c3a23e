import { describe, expect, test } from 'vitest'
import type { Received } from '#shared/channel/channel.ts'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { bodyOf, channelSeconds, type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'
import { testClock } from '#tests/support/test-clock.ts'

const now = channelSeconds * 1_000
const fourteenDays = 14 * 86_400_000

/** What the door makes of a delivery, what it keeps and what it logs. */
const received = async (channel: SignedChannel, events: readonly unknown[], at = now) => {
  const ports = memoryPorts(testClock(at))
  const channels = { [channel.name]: { receiver: channel.receiver, secrets: { read: async () => channel.secrets } } }
  const request = channel.sign(bodyOf(channel, events))
  const found = (await receiveMessage({ ...ports, channels, queue: ports.inbound }, channel.name, request)) as Received
  return { kind: found.kind, kept: ports.inbound.kept.map(({ message }) => message), logged: ports.events }
}

/** Those that sign a time refuse an old delivery by it; a text message by Twilio tells none at all. */
const old: Readonly<Record<string, string>> = {
  standard: 'unauthentic',
  slack: 'unauthentic',
  twilio: 'messages',
  'twilio in JSON': 'messages',
}

describe.each(signedChannels)('$name', (channel) => {
  const event = channel.event('Hello', 'id-1')

  test('a message tells when it was sent, where its channel does', async () => {
    const { kept } = await received(channel, [event])

    const sentAt = channel.name.startsWith('twilio') ? undefined : channel.name === 'slack' ? 17_400 : now
    expect(kept.map(({ message }) => message.sentAt)).toEqual([sentAt])
  })

  test('what is older than deliveries are remembered is acknowledged, logged, and not kept', async () => {
    const [last, over] = [
      await received(channel, [event], now + fourteenDays),
      await received(channel, [event], now + fourteenDays + 1),
    ]

    const expected = old[channel.name]
    expect([last.kind, over.kind]).toEqual([expected ?? 'messages', expected ?? 'ignored'])
    if (expected !== undefined) return
    expect([last.kept.length, over.kept.length]).toEqual([1, 0])
    expect(over.logged).toEqual([{ event: 'webhook.forgotten', channel: channel.name, messages: 1 }])
  })
})

describe.each(signedChannels.filter(({ several }) => several))('$name, several events at once', (channel) => {
  test('those that cannot be read are counted in the log, and none of their words are in it', async () => {
    const events = ['id-1', '', 'id-2', ''].map((id) => channel.event('secret words', id))

    const { kept, logged } = await received(channel, events)

    expect(kept.map(({ message }) => message.id)).toEqual(['id-1', 'id-2'])
    expect(logged).toContainEqual({ event: 'webhook.unreadable', channel: channel.name, events: 2 })
    expect(JSON.stringify(logged)).not.toContain('secret')
  })
})
