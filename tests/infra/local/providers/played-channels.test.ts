import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import { knownProviders } from '#infra/local/providers/provider-list.ts'
import { type PlayedChannel, playChannel } from '#tests/support/played-channel.ts'

const eventually = (holds: () => void) => vi.waitFor(holds, 15_000)
const words = 'Grüße 😀 "1/2" & 100 % \u2028 \\u00e4\r\n+1'
const file = { name: 'sofa.png', contentType: 'image/png', bytes: randomBytes(3_000) }

describe.each(['twilio', 'whatsapp', 'messenger', 'instagram'] as const)('%s', (channel) => {
  let played: PlayedChannel
  beforeAll(async () => {
    played = await playChannel(channel)
  })
  afterAll(() => played.close())
  const person = (thread: string) => ({ id: 'u-ada', name: 'Ada Byron', thread })

  test('what a customer writes is read byte for byte, in the thread that the provider names', async () => {
    const ada = person('writes')
    const { account, key, senderId } = played.fake.placeOf(ada)

    const acknowledged = await played.fake.says(ada, { kind: 'text', text: words })

    expect(acknowledged?.status).toBe(200)
    expect(played.messages().at(-1)).toMatchObject({
      address: { channel, account, key },
      sender: { id: senderId },
      message: { text: words, attachments: [] },
    })
  })

  test('what a customer taps is read as its title', async () => {
    await played.fake.says(person('taps'), { kind: 'choice', title: 'Track my order', value: 'track' })

    expect(played.messages().at(-1)?.message.text).toBe('Track my order')
  })

  test('a picture is fetched from where the provider keeps it, with what is said of it', async () => {
    const before = played.messages().length
    await played.fake.says(person('shows'), { kind: 'picture', file, caption: 'It has a scratch' })

    const told = played.messages().slice(before)
    const [attachment] = told.flatMap(({ message }) => message.attachments)
    const fetched = await played.media.get(channel, attachment ?? {})
    expect(told.map(({ message }) => message.text).join('')).toBe('It has a scratch')
    expect(attachment).toMatchObject({ kind: 'image' })
    expect(fetched).toMatchObject({ kind: 'fetched', contentType: 'image/png' })
    const digest = fetched.kind === 'fetched' && createHash('sha256').update(fetched.bytes).digest('hex')
    expect(digest).toBe(createHash('sha256').update(file.bytes).digest('hex'))
  })

  test('an answer is heard byte for byte, and only by whom it is for', async () => {
    const [ada, ben] = [person('hears'), person('overhears')]
    for (const one of [ada, ben]) await played.fake.says(one, { kind: 'text', text: 'Hello' })

    expect(await played.sends(ada, words)).toEqual({ kind: 'sent' })

    const heardBy = (one: typeof ada) => played.fake.heard(played.fake.placeOf(one).key).map(({ text }) => text)
    expect([heardBy(ada), heardBy(ben)]).toEqual([[words], []])
  })

  test('the name is told with the message, or by whom the provider knows it', async () => {
    const ada = person('named')
    await played.fake.says(ada, { kind: 'text', text: 'Hello' })
    const { account, key, senderId } = played.fake.placeOf(ada)

    const told = played.messages().at(-1)?.sender.name
    const asked = await played.profiles.ask({ channel, account, key }, senderId)

    if (channel === 'whatsapp') expect(told).toBe('Ada Byron')
    else if (channel === 'twilio') expect([told, asked]).toEqual([undefined, undefined])
    else expect(asked).toMatchObject({ kind: 'told', profile: { name: 'Ada Byron' } })
  })

  test('who never wrote, and whoever brings another token, is refused for good', async () => {
    expect(await played.sends(person('never wrote'), 'Hello')).toMatchObject({ kind: 'refused' })
    const ada = person('token')
    await played.fake.says(ada, { kind: 'text', text: 'Hello' })
    const { secrets } = played.fake

    played.brings({ accessToken: 'another', authToken: 'another' })
    const refused = await played.sends(ada, 'Hello')
    played.brings(secrets)

    expect(refused).toEqual({ kind: 'refused', cause: expect.stringContaining('not valid') })
    expect(await played.sends(ada, 'Hello')).toEqual({ kind: 'sent' })
  })

  test.each([
    [
      { kind: 'busy', retryAfterSeconds: 7 },
      { kind: 'postponed', retryAfterSeconds: 7 },
    ],
    [{ kind: 'refuses' }, { kind: 'refused' }],
    [{ kind: 'fails' }, { kind: 'postponed' }],
    [{ kind: 'unheard' }, { kind: 'postponed' }],
  ] as const)('in the mood %j a send is %j', async (mood, verdict) => {
    const ada = person(`mood ${mood.kind}`)
    await played.fake.says(ada, { kind: 'text', text: 'Hello' })
    played.fake.expectMoods([mood])

    expect(await played.sends(ada, 'Hello')).toMatchObject(verdict)
    expect(await played.sends(ada, 'Hello')).toEqual({ kind: 'sent' })
  })

  test('the webhook is entered with the word that was chosen for it, and with no other', async () => {
    const provider = knownProviders.get(channel)
    if (!provider) throw new Error('it is played')
    const forger = await startFakeProvider(provider, { webhookUrl: played.fake.webhookUrl })
    const asksNothing = channel === 'twilio'

    expect(await played.fake.shakesHands()).toBe(true)
    expect(await forger.shakesHands()).toBe(asksNothing)
    expect((await forger.says(person('forged'), { kind: 'text', text: 'Hello' }))?.status).toBe(401)
    await forger.close()
  })

  test('what is not taken comes again as the provider has it', async () => {
    const expected = channel === 'twilio' ? [0] : [1_000, 4_000]
    played.waited.length = 0
    played.meets(...(channel === 'twilio' ? (['breaks'] as const) : (['breaks', 503] as const)))
    const before = played.messages().length

    await played.fake.says(person('again'), { kind: 'text', text: 'Hello' })

    await eventually(() => expect(played.messages()).toHaveLength(before + 1))
    expect(played.waited).toEqual(expected)
  })

  test('what is refused comes again from Meta, for seven days at most, and not from Twilio', async () => {
    const days = () => played.waited.reduce((sum, ms) => sum + ms, 0) / 86_400_000
    played.waited.length = 0
    played.meets(...Array.from({ length: 400 }, () => 503))

    await played.fake.says(person('refused'), { kind: 'text', text: 'Hello' })

    if (channel === 'twilio') expect(played.waited).toEqual([])
    else await eventually(() => expect(days()).toBeGreaterThan(6.9))
    expect(days()).toBeLessThanOrEqual(7)
  })
})
