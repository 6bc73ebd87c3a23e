import { afterEach, describe, expect, test, vi } from 'vitest'
import { sayThere, setProviderMoods } from '#infra/local/desk/channel-routes.ts'
import { Refusal } from '#infra/local/desk/refusal.ts'
import { type FakeProvider, startFakeProvider } from '#infra/local/providers/fake-provider.ts'
import { slackProvider } from '#infra/local/providers/slack.ts'

let slack: FakeProvider | undefined
afterEach(() => slack?.close())

const played = async () => {
  slack = await startFakeProvider(slackProvider, { webhookUrl: 'http://127.0.0.1:9/webhooks/slack' })
  return { slack, providers: new Map([['slack', slack] as const]) }
}

const refusalOf = async (work: () => unknown): Promise<string> => {
  const error = await Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Refusal)
  return error instanceof Refusal ? `${error.status} ${error.message}` : ''
}

describe('saying something on a played channel', () => {
  test.each([
    [{ text: 'hi' }, { kind: 'text', text: 'hi' }],
    [{ choice: 'Yes' }, { kind: 'choice', title: 'Yes', value: 'Yes' }],
    [
      { text: 'look', picture: { base64: 'aGk=' } },
      {
        kind: 'picture',
        caption: 'look',
        file: { name: 'picture.png', contentType: 'image/png', bytes: Buffer.from('hi') },
      },
    ],
  ])('with %j is said by a person of that thread', async (asked, said) => {
    const { slack, providers } = await played()
    const says = vi.spyOn(slack, 'says').mockResolvedValue({ status: 200, body: '' })

    const answer = await sayThere(providers, JSON.stringify({ channel: 'slack', conversation: 'c', ...asked }))

    const person = { id: 'u-say', name: 'u-say', thread: 'c' }
    expect(says).toHaveBeenCalledExactlyOnceWith(person, said)
    expect(answer).toEqual({ status: 200, thread: slack.placeOf(person).key })
  })

  test('tells a webhook that does not answer', async () => {
    const { providers } = await played()

    expect(await sayThere(providers, '{"channel":"slack","text":"hi"}')).toMatchObject({ status: null })
  })

  test.each([
    [
      '{"channel":"line","text":"hi"}',
      /^404 channel "line" is not played here \(slack\): npm start -- --channel line$/,
    ],
    ['{"channel":"slack"}', /^400 nothing is said/],
    ['{"channel":"slack","text":7}', /^400 nothing is said/],
    ['{', /^400 the body is not JSON$/],
    ['null', /^404 channel "undefined"/],
  ])('with %s is refused in one line', async (body, message) => {
    const { providers } = await played()

    expect(await refusalOf(() => sayThere(providers, body))).toMatch(message)
  })
})

describe('telling a played provider how to answer', () => {
  test('takes one mood or several', async () => {
    const { slack, providers } = await played()
    const moods = vi.spyOn(slack, 'expectMoods')

    setProviderMoods(providers, '{"channel":"slack","next":{"kind":"busy","retryAfterSeconds":3}}')
    setProviderMoods(providers, '{"channel":"slack","next":[{"kind":"refuses"},{"kind":"unheard"}]}')

    expect(moods.mock.calls).toEqual([
      [[{ kind: 'busy', retryAfterSeconds: 3 }]],
      [[{ kind: 'refuses' }, { kind: 'unheard' }]],
    ])
  })

  test.each(['{"kind":"sleepy"}', '{"kind":"busy"}', 'null', '[{"kind":"fails"},"fails"]'])(
    'with %s is refused, and changes nothing',
    async (next) => {
      const { slack, providers } = await played()
      const moods = vi.spyOn(slack, 'expectMoods')

      expect(await refusalOf(() => setProviderMoods(providers, `{"channel":"slack","next":${next}}`))).toMatch(
        /^400 next is not allowed/,
      )
      expect(moods).not.toHaveBeenCalled()
    },
  )
})
