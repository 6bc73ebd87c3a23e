import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { fetchSenderProfiles } from '#shared/channel/profiles/fetch-sender-profiles.ts'
import type { Channels } from '#shared/config/config.ts'
import { type ScriptedAnswer, type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

let provider: ScriptedProvider
beforeAll(async () => {
  provider = await scriptedProvider()
})
afterAll(() => provider.close())

const channelsAt = (apiUrl: string): Channels => ({
  slack: { kind: 'slack', apiUrl },
  line: { kind: 'line', apiUrl },
  messenger: { kind: 'messenger', pageId: '900100', apiUrl },
  instagram: { kind: 'instagram', accountId: '900100', apiUrl },
  telegram: { kind: 'telegram', botId: '123456', apiUrl },
})
const secrets = { botToken: ['bot-token', 'older'], accessToken: ['access-token'] }
const ask = (channel: string, key = 'U1', senderId = 'U1', held: object = secrets) =>
  fetchSenderProfiles(channelsAt(provider.url), () => ({ read: async () => ({ ...held }) })).ask(
    { channel, account: 'A1', key },
    senderId,
  )

const slackUser = {
  ok: true,
  user: { name: 'ada', locale: 'de-DE', profile: { real_name: 'Ada Lovelace', display_name: 'ada l' } },
}
test.each([
  ['slack', slackUser, '/users.info?user=U1&include_locale=true', { name: 'Ada Lovelace', locale: 'de-DE' }],
  ['line', { displayName: '愛', language: 'ja', userId: 'U1' }, '/v2/bot/profile/U1', { name: '愛', locale: 'ja' }],
  ['messenger', { first_name: 'Ada', last_name: 'L' }, '/U1?fields=first_name,last_name', { name: 'Ada L' }],
  ['instagram', { username: 'ada_l' }, '/U1?fields=name,username', { name: 'ada_l' }],
])('%s tells who writes', async (channel, json, path, profile) => {
  provider.answers({ json })

  expect(await ask(channel)).toEqual({ kind: 'told', profile })

  const token = channel === 'slack' ? 'bot-token' : 'access-token'
  expect(provider.asked).toMatchObject([{ method: 'GET', path, headers: { authorization: `Bearer ${token}` } }])
})

test('an id that looks like a path leads nowhere else', async () => {
  provider.answers({ json: {} })

  await ask('messenger', 'U1', '../me?fields=id&x=')

  expect(provider.asked.map(({ path }) => path)).toEqual(['/..%2Fme%3Ffields%3Did%26x%3D?fields=first_name,last_name'])
})

test.each([
  ['C9', 'U1', '/v2/bot/group/C9/member/U1'],
  ['R9', 'U1', '/v2/bot/room/R9/member/U1'],
])('who writes in %s on LINE is asked for as its member', async (key, senderId, path) => {
  provider.answers({ json: { displayName: 'Ada' } })

  await ask('line', key, senderId)

  expect(provider.asked.map((asked) => asked.path)).toEqual([path])
})

test.each([
  ['line', 'C9', 'C9'],
  ['telegram', '7', '7'],
  ['standard', '7', '7'],
  ['constructor', '7', '7'],
])('on %s nobody is asked who %s is', async (channel, key, senderId) => {
  provider.answers({})

  expect(await ask(channel, key, senderId)).toBeUndefined()

  expect(provider.asked).toEqual([])
})

test.each<[string, string, ScriptedAnswer, string, string]>([
  ['a missing scope', 'slack', { json: { ok: false, error: 'missing_scope' } }, 'refused', 'missing_scope'],
  ['a limit under 200', 'slack', { json: { ok: false, error: 'ratelimited' } }, 'unreachable', 'ratelimited'],
  ['words for an error', 'slack', { json: { ok: false, error: 'Ada!' } }, 'refused', 'what is no answer'],
  ['no JSON', 'slack', {}, 'unreachable', 'no JSON'],
  ['a page of somebody in between', 'line', {}, 'unreachable', 'no JSON'],
  ['a name of 300 kB', 'instagram', { json: { name: 'x'.repeat(300_000) } }, 'unreachable', 'no JSON'],
  ['somebody hidden', 'messenger', { status: 400, json: {} }, 'refused', 'status 400'],
  ['no friend', 'line', { status: 404 }, 'refused', 'status 404'],
  ['a redirect', 'line', { status: 302 }, 'refused', 'status 302'],
  ['a limit', 'line', { status: 429 }, 'unreachable', 'status 429'],
  ['an outage', 'instagram', { status: 503 }, 'unreachable', 'status 503'],
  ['a broken connection', 'instagram', { lost: true }, 'unreachable', 'TypeError'],
])('%s is an answer, and no error', async (_, channel, answer, kind, cause) => {
  provider.answers(answer)

  expect(await ask(channel)).toEqual({ kind, cause })
})

test.each([{ user: 7 }, { user: { real_name: 7, locale: {} } }, { user: { real_name: '   ' } }])(
  'a profile that says nothing is nobody’s name: %j',
  async (json) => {
    provider.answers({ json: { ok: true, ...json } })

    expect(await ask('slack')).toEqual({ kind: 'told', profile: {} })
  },
)

test('without a token nobody is asked', async () => {
  provider.answers({})

  expect(await ask('slack', 'U1', 'U1', {})).toEqual({ kind: 'unreachable', cause: 'there is no botToken' })
  expect(provider.asked).toEqual([])
})

test('who does not answer, or whose secrets do not come, is not waited for', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const never = { read: () => new Promise<never>(() => undefined) }

  const asked = fetchSenderProfiles(channelsAt(provider.url), () => never).ask(
    { channel: 'slack', account: 'T1', key: 'D1' },
    'U1',
  )
  await vi.advanceTimersByTimeAsync(2_000)
  vi.useRealTimers()

  expect(await asked).toEqual({ kind: 'unreachable', cause: 'TimeoutError' })
})

test('secrets that cannot be read fail nobody', async () => {
  const broken = { read: () => Promise.reject(new Error('away')) }

  const asked = await fetchSenderProfiles(channelsAt(provider.url), () => broken).ask(
    { channel: 'slack', account: 'T1', key: 'D1' },
    'U1',
  )

  expect(asked).toEqual({ kind: 'unreachable', cause: 'Error' })
})
