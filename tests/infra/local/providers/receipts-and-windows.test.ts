import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { ApiRequest } from '#infra/local/providers/provider.ts'
import { type PlayedChannel, playChannel } from '#tests/support/played-channel.ts'

const dayMs = 86_400_000
const eventually = (holds: () => void) => vi.waitFor(holds, 10_000)
const personOf = (thread: string) => ({ id: 'u-ada', name: 'Ada', thread })

const opened = async (channel: PlayedChannel['fake']['channel']) => {
  const played = await playChannel(channel)
  const heardBy = (thread: string) =>
    played.fake.heard(played.fake.placeOf(personOf(thread)).key).map(({ text }) => text)
  const wrote = (thread: string) => played.fake.says(personOf(thread), { kind: 'text', text: 'Hello' })
  return { ...played, heardBy, wrote }
}

describe.each([
  ['whatsapp', 'whatsapp', ['delivered', 'read']],
  ['twilio', 'whatsapp', ['delivered', 'read']],
  ['twilio', 'sms', ['delivered']],
] as const)('%s, by %s', (channel, way, arrives) => {
  let played: Awaited<ReturnType<typeof opened>>
  beforeAll(async () => {
    played = await opened(channel)
  })
  afterAll(() => played.close())
  const stages = () => played.receipts().map(({ to }) => to)

  test('a message is told of until it was read', async () => {
    await played.wrote(`${way} read`)
    const before = stages().length
    await played.sends(personOf(`${way} read`), 'Your lamp is on its way')

    await eventually(() => expect(stages().slice(before)).toEqual(arrives))
    expect(played.receipts().at(-1)).toMatchObject({ id: 'out-1', at: 123 })
  })

  test('of a long text only the last part stands for all', async () => {
    await played.wrote(`${way} long`)
    const before = stages().length
    const text = `${'a'.repeat(3_999)}. ${'b'.repeat(3_999)}.`
    await played.sends(personOf(`${way} long`), text)

    await eventually(() => expect(stages().slice(before)).toEqual(arrives))
    expect(played.heardBy(`${way} long`).join(' ').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
  })
})

describe.each([
  ['whatsapp', 'WhatsApp answered 131047'],
  ['twilio', 'Twilio answered 63016'],
] as const)('%s, 24 hours after the customer wrote', (channel, cause) => {
  let played: Awaited<ReturnType<typeof opened>>
  beforeAll(async () => {
    played = await opened(channel)
  })
  afterAll(() => played.close())

  test('to the very millisecond a text arrives', async () => {
    await played.wrote('whatsapp in time')
    played.passes(dayMs)

    expect(await played.sends(personOf('whatsapp in time'), 'Hello')).toEqual({ kind: 'sent' })
    expect(played.heardBy('whatsapp in time')).toEqual(['Hello'])
  })

  test('and a millisecond later it is taken, and told of as failed', async () => {
    await played.wrote('whatsapp late')
    played.passes(dayMs + 1)

    expect(await played.sends(personOf('whatsapp late'), 'Hello')).toEqual({ kind: 'sent' })

    const failed = () => played.receipts().find(({ to }) => to === 'failed')
    await eventually(() => expect(failed()?.cause).toContain(cause))
    expect(played.heardBy('whatsapp late')).toEqual([])
  })
})

test('WhatsApp takes the approved template when a text does not arrive any more', async () => {
  const played = await opened('whatsapp')
  await played.wrote('late')
  played.passes(dayMs + 1)

  await played.sends(personOf('late'), 'Your lamp\nis here')
  await eventually(() => expect(played.receipts()).toMatchObject([{ to: 'failed', templateMayGo: true }]))
  expect(await played.sends(personOf('late'), 'Your lamp\nis here', 'agent', { asTemplate: true })).toEqual({
    kind: 'sent',
  })

  await eventually(() =>
    expect(played.receipts().slice(1)).toMatchObject([
      { to: 'delivered', asTemplate: true },
      { to: 'read', asTemplate: true },
    ]),
  )
  expect(played.heardBy('late')).toEqual(['We have news for you: Your lamp is here Write to us.'])
  await played.close()
})

test('Twilio stops at the word STOP, and begins again at START', async () => {
  const played = await opened('twilio')
  const ada = personOf('sms')
  for (const text of ['Hello', 'stop']) await played.fake.says(ada, { kind: 'text', text })

  const stopped = await played.sends(ada, 'Hello')
  await played.fake.says(ada, { kind: 'text', text: 'START' })

  expect(stopped).toEqual({ kind: 'refused', cause: 'Twilio answered 21610: the customer has opted out' })
  expect(await played.sends(ada, 'Hello')).toEqual({ kind: 'sent' })
  await played.close()
})

const tagsOf = (asked: readonly ApiRequest[]) =>
  asked.flatMap(({ method, body }) => (method === 'POST' ? [JSON.parse(body)] : [])).map(({ tag }) => tag ?? null)

describe.each([
  ['messenger', '10/2018278'],
  ['instagram', '10/2534022'],
] as const)('%s takes HUMAN_AGENT', (channel, closed) => {
  test.each([
    ['agent', dayMs, { kind: 'sent' }, [null]],
    ['assistant', dayMs, { kind: 'sent' }, [null]],
    ['system', dayMs, { kind: 'sent' }, [null]],
    ['agent', dayMs + 1, { kind: 'sent' }, [null, 'HUMAN_AGENT']],
    ['assistant', dayMs + 1, { kind: 'refused' }, [null]],
    ['system', dayMs + 1, { kind: 'refused' }, [null]],
    ['agent', 7 * dayMs, { kind: 'sent' }, [null, 'HUMAN_AGENT']],
    ['assistant', 7 * dayMs, { kind: 'refused' }, [null]],
    ['agent', 7 * dayMs + 1, { kind: 'refused' }, [null, 'HUMAN_AGENT']],
  ] as const)('from %s after %i ms: %j', async (author, silence, verdict, tags) => {
    const played = await opened(channel)
    await played.wrote('silent')
    played.passes(silence)

    const delivered = await played.sends(personOf('silent'), 'Hello', author)

    expect(delivered).toMatchObject(verdict)
    if (delivered.kind === 'refused') expect(delivered.cause).toContain(closed)
    expect(tagsOf(played.fake.asked())).toEqual(tags)
    expect(played.heardBy('silent')).toEqual(verdict.kind === 'sent' ? ['Hello'] : [])
    await played.close()
  })

  test('and what the provider tells of it makes no message', async () => {
    const played = await opened(channel)
    await played.wrote('echo')
    await played.sends(personOf('echo'), 'Hello')

    await eventually(() => expect(played.received).toHaveLength(4))
    expect(played.received.slice(1).map(({ kind }) => kind)).toEqual(['ignored', 'ignored', 'ignored'])
    await played.close()
  })
})
