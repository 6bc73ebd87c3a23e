import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { playableChannels } from '#infra/local/providers/provider-list.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'

let journey: Journey

beforeAll(async () => {
  journey = await startJourney({ channels: playableChannels })
})
afterAll(() => journey?.cloud.close())

describe.each(playableChannels)('given a customer on %s', (channel) => {
  const person = { id: `u-${channel}`, name: 'Ada', thread: `journey-${channel}` }
  const provider = () => {
    const found = journey.cloud.providers.get(channel)
    if (!found) throw new Error(`no provider of ${channel}`)
    return found
  }
  const heard = () => provider().heard(provider().placeOf(person).key)

  test('when they ask what the knowledge answers, then the answer comes in their thread', async () => {
    const acknowledged = await provider().says(person, {
      kind: 'text',
      text: 'How many days do I have to return a lamp?',
    })

    expect(acknowledged?.status).toBeLessThan(300)
    await vi.waitFor(() => expect(heard()).toHaveLength(1), 15_000)
    expect(heard()[0]?.text).toContain('60 days')
  })
})
