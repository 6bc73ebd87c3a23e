import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchChannelMedia } from '#shared/channel/media/fetch-channel-media.ts'
import { internet, type Network } from '#shared/channel/media/fetch-pinned.ts'
import type { Channels } from '#shared/config/config.ts'
import { type Answer, bytes, type MediaServer, mediaServer, ok, status } from '#tests/support/media-server.ts'
import { testConfig } from '#tests/support/test-config.ts'

const accountSid = `AC${'0'.repeat(32)}`
const { channels } = testConfig({
  channels: {
    standard: { kind: 'standard', callbackUrl: 'https://support.example.com/' },
    slack: { kind: 'slack' },
    twilio: { kind: 'twilio', accountSid, webhookUrl: 'https://baton.example.com/webhooks/twilio' },
    whatsapp: { kind: 'whatsapp', phoneNumberId: '12345' },
    messenger: { kind: 'messenger', pageId: '12345' },
    instagram: { kind: 'instagram', accountId: '12345' },
    telegram: { kind: 'telegram', botId: '12345' },
    line: { kind: 'line' },
  },
})

const secrets = {
  botToken: ['t-1', 't-2'],
  authToken: ['t-1'],
  accessToken: ['t-1'],
}

let internetServer: MediaServer
let asked: string[] = []
beforeAll(async () => {
  internetServer = await mediaServer()
})
beforeEach(() => {
  asked = []
})
afterAll(() => internetServer.close())

/** Plays all of the Internet, and notes who is asked and what they are told. */
const network: Network = {
  resolve: async () => ['93.184.215.14'],
  open: (url, _, call) => {
    asked.push([call.headers.authorization, url.href].filter(Boolean).join(' '))
    return internet.open(new URL(internetServer.url), ['127.0.0.1'], call)
  },
}
const fetched = (
  channel: string,
  reference: { readonly url?: string; readonly id?: string },
  answers: readonly Answer[] = [ok()],
  { connected = channels, known = secrets }: { connected?: Channels; known?: object } = {},
) => {
  internetServer.answers(...answers)
  return fetchChannelMedia(connected, () => ({ read: async () => ({ ...known }) }), network).get(channel, reference)
}
const found = { kind: 'fetched', bytes, contentType: undefined }
const json = (value: unknown): Answer => ok({ 'content-type': 'application/json' }, JSON.stringify(value))

describe('a file is fetched as its channel wants it', () => {
  const basic = `Basic ${Buffer.from(`${accountSid}:t-1`).toString('base64')}`
  const slackFile = 'https://files.slack.com/files-pri/T1-F1/a.png'
  const twilioFile = `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/MM1/Media/ME1`

  test.each([
    ['slack', { url: slackFile }, `Bearer t-1 ${slackFile}`],
    ['twilio', { url: twilioFile }, `${basic} ${twilioFile}`],
    ['messenger', { url: 'https://scontent.xx.fbcdn.net/a' }, 'https://scontent.xx.fbcdn.net/a'],
    ['instagram', { url: 'https://lookaside.fbsbx.com/a' }, 'https://lookaside.fbsbx.com/a'],
    ['line', { id: '325708' }, 'Bearer t-1 https://api-data.line.me/v2/bot/message/325708/content'],
  ])('%s', async (channel, reference, call) => {
    expect(await fetched(channel, reference)).toEqual(found)
    expect(asked).toEqual([call])
  })

  test.each([{ id: '99' }, { url: 'https://graph.facebook.com/v23.0/99' }])('whatsapp, by %j', async (reference) => {
    const file = await fetched('whatsapp', reference, [json({ url: 'https://lookaside.fbsbx.com/b?mid=99' }), ok()])

    expect(file).toEqual(found)
    expect(asked).toEqual([
      'Bearer t-1 https://graph.facebook.com/v23.0/99',
      'Bearer t-1 https://lookaside.fbsbx.com/b?mid=99',
    ])
  })

  test('telegram', async () => {
    const file = await fetched('telegram', { id: 'AgAD_-1' }, [
      json({ result: { file_path: 'photos/file_1.jpg' } }),
      ok(),
    ])

    expect(file).toEqual(found)
    expect(asked).toEqual([
      'https://api.telegram.org/bott-1/getFile?file_id=AgAD_-1',
      'https://api.telegram.org/file/bott-1/photos/file_1.jpg',
    ])
  })
})

test('Twilio’s redirect leads to its store without the password', async () => {
  const to: Answer = (response) => response.writeHead(307, { location: 'https://mms.twiliocdn.com/a?sig=1' }).end()

  expect(await fetched('twilio', { url: 'https://api.twilio.com/a' }, [to, ok()])).toEqual(found)

  expect(asked[1]).toBe('https://mms.twiliocdn.com/a?sig=1')
})

test('a link into Twilio’s store is not shown the password either', async () => {
  expect(await fetched('twilio', { url: 'https://mms.twiliocdn.com/a?sig=1' })).toEqual(found)

  expect(asked).toEqual(['https://mms.twiliocdn.com/a?sig=1'])
})

describe('nothing is asked', () => {
  test.each([
    ['slack', { url: 'https://evil.example/files.slack.com' }],
    ['slack', { url: 'https://slack.com/api/auth.test' }],
    ['slack', { url: 'https://169.254.169.254/' }],
    ['twilio', { url: 'https://files.slack.com/a' }],
    ['whatsapp', { url: 'https://graph.facebook.com/v23.0/me/accounts' }],
    ['whatsapp', { url: 'https://evil.example/99' }],
    ['whatsapp', { id: '../me' }],
    ['messenger', { url: 'https://graph.facebook.com/v23.0/99' }],
    ['telegram', { id: 'a&x=/../deleteWebhook' }],
    ['telegram', { url: 'geo:1,2' }],
    ['line', { id: '1/../../..', url: 'https://evil.example' }],
    ['standard', { url: 'https://support.example.com/a' }],
    ['pigeon', { url: 'https://files.example.com/a' }],
    ['toString', { url: 'https://files.example.com/a' }],
  ])('%s, of %j', async (channel, reference) => {
    expect(await fetched(channel, reference)).toMatchObject({ kind: 'refused' })
    expect(asked).toEqual([])
  })

  test.each(['slack', 'twilio', 'whatsapp', 'telegram', 'line'])('%s, without a secret', async (channel) => {
    const url = 'https://files.slack.com/a'

    expect(await fetched(channel, { url, id: '1' }, [ok()], { known: {} })).toEqual({
      kind: 'refused',
      cause: 'nothing to fetch',
    })
    expect(asked).toEqual([])
  })

  test('of a channel that is not connected', async () => {
    const { messenger, ...connected } = channels

    expect(messenger).toBeDefined()
    expect(await fetched('messenger', { url: 'https://a.fbcdn.net/' }, [ok()], { connected })).toMatchObject({
      kind: 'refused',
    })
    expect(asked).toEqual([])
  })
})

describe('a channel that says where it is, says it wrongly', () => {
  test.each([
    ['whatsapp', { url: 'https://evil.example/a' }],
    ['whatsapp', { url: 'https://169.254.169.254/' }],
    ['whatsapp', { url: 7 }],
    ['whatsapp', null],
    ['telegram', { result: { file_path: '../../botx/getMe' } }],
    ['telegram', { result: { file_path: 'a/../b' } }],
    ['telegram', { result: { file_path: 'https://evil.example' } }],
    ['telegram', { result: null }],
    ['telegram', []],
  ])('%s: %j', async (channel, answer) => {
    expect(await fetched(channel, { id: '1' }, [json(answer), ok()])).toMatchObject({ kind: 'refused' })
    expect(asked).toHaveLength(1)
  })

  test('or says nothing that can be read', async () => {
    expect(await fetched('telegram', { id: '1' }, [ok({}, '{')])).toMatchObject({ kind: 'refused' })
  })
})

test('an API that the configuration puts on this machine is asked there', async () => {
  const connected = { slack: { kind: 'slack', apiUrl: internetServer.url } } as const

  expect(await fetched('slack', { url: `${internetServer.url}/files/a` }, [ok()], { connected })).toEqual(found)
  expect(await fetched('slack', { url: 'http://127.0.0.1:9/files/a' }, [ok()], { connected })).toMatchObject({
    kind: 'refused',
  })
})

test.each([
  ['is not known any more', [status(401), ok()], found, ['old', 'new']],
  ['is no better than the other', [status(401)], { kind: 'refused', cause: 'answered 401' }, ['old', 'new']],
  ['finds nothing', [status(404), ok()], { kind: 'refused', cause: 'answered 404' }, ['old']],
])('while a password is replaced, a first one that %s', async (_, answers, file, tried) => {
  const url = 'https://files.slack.com/files-pri/T1-F1/a.png'

  expect(await fetched('slack', { url }, answers, { known: { botToken: ['old', 'new'] } })).toEqual(file)
  expect(asked).toEqual(tried.map((token) => `Bearer ${token} ${url}`))
})
