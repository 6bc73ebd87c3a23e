import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import { knownProviders } from '#infra/local/providers/provider-list.ts'
import { type PlayedChannel, playChannel } from '#tests/support/played-channel.ts'

const eventually = (holds: () => void) => vi.waitFor(holds, 15_000)
const person = (thread: string) => ({ id: 'u-ada', name: 'Ada Byron', thread })
const hello = { kind: 'text', text: 'Hello' } as const
const minute = 60_000

const channels = [
  { channel: 'slack', busy: { retryAfterSeconds: 7 }, again: [0, minute, 5 * minute], tries: 3 },
  { channel: 'telegram', busy: { retryAfterSeconds: 7 }, again: [1_000, 2_000, 4_000], tries: 3 },
  { channel: 'line', busy: {}, again: [], tries: 1 },
] as const

describe.each(channels)('$channel, played', ({ channel, busy, again, tries }) => {
  let played: PlayedChannel
  beforeAll(async () => {
    played = await playChannel(channel)
  })
  afterAll(() => played.close())

  test.each([
    [
      { kind: 'busy', retryAfterSeconds: 7 },
      { kind: 'postponed', ...busy },
    ],
    [{ kind: 'refuses' }, { kind: 'refused' }],
    [{ kind: 'fails' }, { kind: 'postponed' }],
    [{ kind: 'unheard' }, { kind: 'postponed' }],
  ] as const)('answers in the mood %j, and after it as usual', async (mood, verdict) => {
    const ada = person(`mood ${mood.kind}`)
    await played.fake.says(ada, hello)
    played.fake.expectMoods([mood])

    expect(await played.sends(ada, 'Hello')).toMatchObject(verdict)
    expect(await played.sends(ada, 'Hello')).toEqual({ kind: 'sent' })
  })

  test('delivers again as the provider does, and then no more', async () => {
    const before = played.messages().length
    played.waited.length = 0
    played.meets(...Array.from({ length: tries }, () => 503))

    await played.fake.says(person('again'), hello)

    await eventually(() => expect(played.waited).toEqual(again))
    await eventually(() => expect(played.messages()).toHaveLength(before + (again.length > 0 ? 1 : 0)))
  })

  test('is refused by the webhook where it signs with another secret', async () => {
    const provider = knownProviders.get(channel)
    if (!provider) throw new Error('it is played')
    const forger = await startFakeProvider(provider, { webhookUrl: played.fake.webhookUrl })

    const acknowledged = await forger.post(forger.deliveriesOf(person('forged'), hello)[0] ?? { headers: {}, body: '' })

    expect(acknowledged?.status).toBe(401)
    await forger.close()
  })
})
