import { afterAll, beforeAll, expect, test } from 'vitest'
import { fetchChannelSenders } from '#shared/channel/fetch-channel-senders.ts'
import { heldSecrets } from '#shared/channel/held-secrets.ts'
import { outboundTo } from '#tests/support/outbound.ts'
import { firstTry } from '#tests/support/progress.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

let telegram: ScriptedProvider
beforeAll(async () => {
  telegram = await scriptedProvider()
})
afterAll(() => telegram.close())

const refused = { status: 401, json: { ok: false, error_code: 401, description: 'Unauthorized' } }
const sent = { json: { ok: true, result: { message_id: 7 } } }

const opened = () => {
  const store = { now: 0, token: '123456:old' }
  const secrets = heldSecrets(
    async () => ({ botToken: [store.token] }),
    () => store.now,
  )
  const channels = { telegram: { kind: 'telegram', botId: '123456', apiUrl: telegram.url } } as const
  const sender = fetchChannelSenders(channels, (name) => (name === 'telegram' ? secrets : undefined))
  const send = (channel = 'telegram') =>
    sender.send(outboundTo({ channel, account: '123456', key: '7' }, 'Hello'), 1_700_000_000_000, firstTry)
  return { store, send }
}

test('a token that was replaced puts the message off, and the new one sends it', async () => {
  const { store, send } = opened()
  telegram.answers(sent, refused, sent)
  await send()
  store.token = '123456:new'
  store.now += 10_000

  expect(await send()).toMatchObject({ kind: 'postponed' })
  expect(await send()).toEqual({ kind: 'sent' })
  expect(telegram.asked.at(-1)?.path).toBe('/bot123456:new/sendMessage')
})

test('all messages that the old token was refused for at once are put off', async () => {
  const { store, send } = opened()
  telegram.answers(sent, refused)
  await send()
  store.token = '123456:new'
  store.now += 10_000

  const all = await Promise.all([send(), send(), send()])

  expect(all.map(({ kind }) => kind)).toEqual(['postponed', 'postponed', 'postponed'])
})

test('what is refused with the token of now is refused for good', async () => {
  const { store, send } = opened()
  telegram.answers(sent, refused)
  await send()
  store.now += 10_000

  expect(await send()).toMatchObject({ kind: 'refused' })
})

test('a channel that is not connected any more refuses for good', async () => {
  expect(await opened().send('slack')).toEqual({ kind: 'refused', cause: 'channel slack is not connected' })
})
