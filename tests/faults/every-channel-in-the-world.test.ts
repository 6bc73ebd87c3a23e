import { describe, expect, test } from 'vitest'
import { signedChannels } from '#tests/support/signed-channels.ts'
import { knockForged } from './channels/forgeries.ts'
import { deliverRepeatedly, knockLate, repeatedWords, replay } from './channels/repeats.ts'

describe.each(signedChannels)('$name', (channel) => {
  test('forged requests cause nothing, and hear one short answer', async () => {
    const { answers, effects, secretsAsked, seconds } = await knockForged(channel, 100)

    expect(new Set(answers.map((heard) => JSON.stringify(heard))).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 401 })
    expect(answers[0]?.body.length).toBeLessThanOrEqual(64)
    expect(effects).toBe(0)
    expect(secretsAsked).toBeLessThanOrEqual(1 + seconds / 10)
  })

  test('a question that comes twenty times over eight days is answered once', async () => {
    const { refused, sent, said, ...run } = await deliverRepeatedly(channel, repeatedWords.question, 20)

    expect(run).toMatchObject({ deliveries: 20, messages: 1, replies: 1, handoffs: 0, undelivered: 0 })
    expect([refused, sent]).toEqual([0, said])
    expect(said).toHaveLength(1)
  })

  test('a request for a person that comes twenty times is one handoff, told once', async () => {
    const { refused, sent, said, ...run } = await deliverRepeatedly(channel, repeatedWords.request, 20)

    expect(run).toMatchObject({ deliveries: 20, messages: 1, replies: 0, handoffs: 1, undelivered: 0 })
    expect([refused, sent]).toEqual([0, said])
    expect(said).toHaveLength(1)
  })
})

describe.each(signedChannels.filter(({ signsTime }) => signsTime))('$name, which signs a time', (channel) => {
  test.each([-300, -299, 299, 300])('is taken %i seconds off', async (seconds) => {
    expect(await knockLate(channel, seconds)).toBeLessThan(300)
  })

  test.each([-301, 301, -86_400])('is refused %i seconds off', async (seconds) => {
    expect(await knockLate(channel, seconds)).toBe(401)
  })
})

describe.each(signedChannels.filter(({ signsTime, tellsTime }) => signsTime || tellsTime))('$name', (channel) => {
  test('what was kept and is played again after fourteen days does nothing', async () => {
    expect(await replay(channel, 14.001)).toEqual({ accepted: 1, effects: 0 })
  })
})
