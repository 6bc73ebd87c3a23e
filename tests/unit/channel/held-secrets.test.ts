import { describe, expect, test } from 'vitest'
import type { Secrets } from '#shared/channel/channel.ts'
import { SecretGoneError } from '#shared/channel/errors.ts'
import { heldSecrets } from '#shared/channel/held-secrets.ts'

const gone = new SecretGoneError(new Error('ResourceNotFoundException'))
const down = new Error('ServiceUnavailable')

const opened = () => {
  const store = { now: 1_700_000_000_000, value: { signing: ['one'] } as Secrets | Error, asked: 0 }
  const ask = async (): Promise<Secrets> => {
    store.asked += 1
    if (store.value instanceof Error) throw store.value
    return { ...store.value }
  }
  return { store, secrets: heldSecrets(ask, () => store.now) }
}

describe('reading', () => {
  test('asks once, and again when five minutes are over', async () => {
    const { store, secrets } = opened()

    await secrets.read()
    store.now += 299_999
    await secrets.read()
    const before = store.asked
    store.now += 1
    store.value = { signing: ['two'] }

    expect(await secrets.read()).toEqual({ signing: ['two'] })
    expect([before, store.asked]).toEqual([1, 2])
  })

  test('many at once are one question', async () => {
    const { store, secrets } = opened()

    await Promise.all(Array.from({ length: 100 }, () => secrets.read()))

    expect(store.asked).toBe(1)
  })

  test('the same object is handed out as long as it says the same', async () => {
    const { store, secrets } = opened()
    const first = await secrets.read()

    store.now += 300_000

    expect(await secrets.read()).toBe(first)
    expect(store.asked).toBe(2)
  })
})

describe('a store that does not answer', () => {
  test('refuses nobody whose secret is held, and is asked every ten seconds', async () => {
    const { store, secrets } = opened()
    await secrets.read()
    store.value = down
    store.now += 300_000

    for (let n = 0; n < 1_000; n += 1) {
      expect(await secrets.read()).toEqual({ signing: ['one'] })
      store.now += 100
    }

    expect(store.asked).toBe(1 + 10)
  })

  test('is not covered for longer than an hour', async () => {
    const { store, secrets } = opened()
    await secrets.read()
    store.value = down
    store.now += 3_600_000 - 1
    const covered = await secrets.read()
    store.now += 1

    expect(covered).toEqual({ signing: ['one'] })
    await expect(secrets.read()).rejects.toBe(down)
  })

  test('is asked once a second while nothing is held, and is heard again', async () => {
    const { store, secrets } = opened()
    store.value = down

    for (let n = 0; n < 100; n += 1) await expect(secrets.read()).rejects.toBe(down)
    const asked = store.asked
    store.value = { signing: ['one'] }
    store.now += 1_000

    expect(await secrets.read()).toEqual({ signing: ['one'] })
    expect(asked).toBe(1)
  })

  test('a secret that is gone is held no longer', async () => {
    const { store, secrets } = opened()
    await secrets.read()
    store.value = gone
    store.now += 300_000

    await expect(secrets.read()).rejects.toBe(gone)
    store.now += 500
    await expect(secrets.read()).rejects.toBe(gone)
    expect(store.asked).toBe(2)
  })
})

describe('asking anew', () => {
  test('tells of a change once the last question is ten seconds old', async () => {
    const { store, secrets } = opened()
    const held = await secrets.read()
    store.value = { signing: ['two'] }
    store.now += 9_999
    const early = await secrets.renewed?.()
    store.now += 1

    expect(early).toBe(held)
    expect(await secrets.renewed?.()).toEqual({ signing: ['two'] })
    expect(await secrets.read()).toEqual({ signing: ['two'] })
  })

  test('a thousand forged requests in a hundred seconds cost ten questions', async () => {
    const { store, secrets } = opened()
    await secrets.read()

    for (let n = 0; n < 1_000; n += 1) {
      store.now += 100
      await secrets.renewed?.()
    }

    expect(store.asked).toBe(1 + 10)
  })

  test('never fails', async () => {
    const { store, secrets } = opened()
    store.value = down
    await expect(secrets.read()).rejects.toBe(down)

    store.now += 60_000

    expect(await secrets.renewed?.()).toBeUndefined()
  })

  test('whoever asks while it is asked hears the same', async () => {
    const { store, secrets } = opened()
    await secrets.read()
    store.value = { signing: ['two'] }
    store.now += 60_000

    const [one, two, read] = await Promise.all([secrets.renewed?.(), secrets.renewed?.(), secrets.read()])

    expect([one, two, read]).toEqual(Array(3).fill({ signing: ['two'] }))
    expect(store.asked).toBe(2)
  })
})
