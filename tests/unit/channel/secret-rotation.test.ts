import { describe, expect, test } from 'vitest'
import type { Secrets } from '#shared/channel/channel.ts'
import { heldSecrets } from '#shared/channel/held-secrets.ts'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import { memoryPorts } from '#tests/support/ports.ts'
import { bodyOf, channelSeconds, type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'

const seconds = 1_000

/** A channel whose provider signs with what it calls `ours`, and a store where somebody changes what is kept. */
const opened = (channel: SignedChannel) => {
  const { name, receiver, secrets } = channel
  const ours = Object.values(secrets).flat()[0] ?? ''
  const holding = (...values: readonly string[]): Secrets =>
    Object.fromEntries(Object.keys(secrets).map((field) => [field, values]))
  const store = { now: 0, value: holding(ours), asked: 0 }
  const ask = async () => {
    store.asked += 1
    return store.value
  }
  const held = heldSecrets(ask, () => store.now)
  const ports = {
    ...memoryPorts(),
    clock: () => channelSeconds * 1_000,
    channels: { [name]: { receiver, secrets: held } },
  }
  const request = channel.sign(bodyOf(channel, [channel.event('Hello', 'id-1')]))
  const isTaken = async (given = request) =>
    (await receiveMessage({ ...ports, queue: ports.inbound }, name, given))?.kind === 'messages'
  const stores = (...values: readonly string[]) => {
    store.value = holding(...values)
  }
  return { ours, store, stores, isTaken, forged: { ...request, headers: {} }, ports }
}

describe.each(signedChannels)('$name', (channel) => {
  test('while the old secret and the new one are stored together, no valid message is refused', async () => {
    const { ours, store, stores, isTaken } = opened(channel)
    const taken: boolean[] = []

    for (const values of [[ours], ['new', ours], [ours, 'new']])
      for (let minute = 0; minute < 12; minute += 1) {
        stores(...values)
        store.now += 30 * seconds
        taken.push(await isTaken())
      }

    expect(taken).toEqual(Array(36).fill(true))
  })

  test('the old one alone is refused five minutes after it was taken out, at the latest', async () => {
    const { ours, store, stores, isTaken } = opened(channel)
    stores('new', ours)
    const before = await isTaken()
    stores('new')
    store.now += 300 * seconds

    expect(before).toBe(true)
    expect(await isTaken()).toBe(false)
  })

  test('where the old one died at once, the first message that the new one signed is taken', async () => {
    const { ours, store, stores, isTaken } = opened(channel)
    stores('old')
    const before = await isTaken()
    stores(ours)
    store.now += 10 * seconds

    expect(before).toBe(false)
    expect(await isTaken()).toBe(true)
    expect(store.asked).toBe(2)
  })

  test('a thousand forged requests within ten seconds have the secret read once', async () => {
    const { store, isTaken, forged, ports } = opened(channel)

    for (let n = 0; n < 1_000; n += 1) {
      store.now += 9
      expect(await isTaken(forged)).toBe(false)
    }

    expect(store.asked).toBe(1)
    expect(ports.inbound.kept).toEqual([])
  })
})
