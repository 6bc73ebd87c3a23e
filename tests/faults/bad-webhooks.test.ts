import { describe, expect, test } from 'vitest'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { badWebhooks } from './webhooks/all.ts'
import { Doorstep } from './webhooks/knock.ts'
import { oddWebhooks, otherEvents } from './webhooks/odd.ts'
import { canary, eventWith } from './webhooks/webhook.ts'

describe('a webhook that is refused', () => {
  const door = new Doorstep()

  test.each(badWebhooks)('because it $what has no effect at all', async ({ status, ...webhook }) => {
    const before = [door.calls, door.kept()]

    const answer = await door.knocks(webhook)

    expect(answer.status).toBe(status)
    expect(answer.text).toContain(`"status":${status}`)
    expect(answer.text).not.toContain(canary)
    expect([door.calls, door.kept()]).toEqual(before)
  })

  test('is one of at least 150, no two alike', () => {
    expect(new Set(badWebhooks.map(({ what }) => what)).size).toBe(badWebhooks.length)
    expect(badWebhooks.length).toBeGreaterThanOrEqual(150)
  })

  test('left no property on any object', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })
})

test.each(otherEvents)('an event of the type "%s" is acknowledged, and has no effect', async (type) => {
  const door = new Doorstep()

  const answer = await door.knocks({ what: type, body: eventWith('type', type) })

  expect([answer.status, answer.text, door.calls, door.kept()]).toEqual([202, '{"accepted":0}', 0, 0])
})

describe('a webhook that is odd, and good', () => {
  test.each(oddWebhooks)('because it $what is taken, and its text kept to the byte', async ({ kept, ...webhook }) => {
    const door = new Doorstep()

    const answer = await door.knocks(webhook)
    await door.simulation.drain()

    expect([answer.status, answer.text]).toEqual([202, '{"accepted":1}'])
    const all = readTruth(door.simulation.world.cloud.table).messages.get(threadOf('their-thread')) ?? []
    const [own, reply] = all
    expect(Buffer.from(own?.text ?? '')).toEqual(Buffer.from(kept))
    expect([own?.author.kind, reply?.delivery]).toEqual(['customer', 'sent'])
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  })

  test('is taken between the refused ones as if they were not there', async () => {
    const door = new Doorstep()
    const good = badWebhooks.slice(0, 100).map((bad, n) => ({
      bad,
      good: { what: 'is good', body: eventWith('data.conversation.id', `sibling-${n}`) },
    }))

    for (const pair of good) {
      await door.knocks(pair.bad)
      expect(await door.knocks(pair.good)).toEqual({ status: 202, text: '{"accepted":1}' })
    }
    await door.simulation.drain()

    const { messages } = readTruth(door.simulation.world.cloud.table)
    expect(messages.size).toBe(100)
    expect([...messages.values()].every(([own, reply]) => own?.text === canary && reply?.delivery === 'sent')).toBe(
      true,
    )
  })
})
