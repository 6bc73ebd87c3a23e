import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Network } from '#shared/channel/media/fetch-pinned.ts'
import { fetchResolver } from '#shared/customer/fetch-resolver.ts'
import { type Answered, type ProviderServer, providerServer } from '#tests/support/provider-server.ts'

let company: ProviderServer
beforeAll(async () => {
  company = await providerServer()
})
beforeEach(() => {
  company.asked.length = 0
})
afterAll(() => company.close())

const secret = `whsec_${Buffer.from('a'.repeat(33)).toString('base64')}`
const question = {
  channel: 'telegram',
  account: '123456',
  id: '6581234567',
  senderId: 'telegram:6581234567',
  verified: { email: 'ada@example.com' },
}
const profile = { id: 'c-1', name: 'Ada', tier: 'gold', verified: { email: 'ada@example.com' } }

const resolver = (url = company.url, network?: Network, signing: readonly string[] = [secret]) =>
  fetchResolver({
    settings: { url, secret: true, timeoutSeconds: 0.5 },
    secrets: { read: async () => ({ signing }) },
    clock: Date.now,
    ...(network && { network }),
  })
const asked = (answer: Answered) => {
  company.answers = [answer]
  return resolver().ask(question)
}

test('a resolver is asked by a signed call, and what it tells is the customer', async () => {
  const before = Date.now()

  const answer = await asked({ status: 200, body: { customer: profile } })

  const [call] = company.asked
  expect(new Webhook(secret).verify(call?.body ?? '', call?.headers as Record<string, string>)).toMatchObject({
    type: 'sender.unknown',
    data: { sender: question },
  })
  expect(answer).toMatchObject({ kind: 'told', customer: { ...profile, source: 'resolver' } })
  expect(answer.kind === 'told' && (answer.customer?.updatedAt ?? 0) >= before).toBe(true)
})

test('whom the company does not know either is nobody', async () => {
  expect(await asked({ status: 200, body: { customer: null } })).toEqual({ kind: 'told', customer: undefined })
})

test.each<[string, Answered, string]>([
  ['no JSON', { status: 200, body: 'Ada' }, 'answered no JSON'],
  ['nothing', { status: 200, body: {} }, 'answered no customer'],
  ['no id', { status: 200, body: { customer: { name: 'Ada' } } }, 'answered no customer'],
  ['an id with a line break', { status: 200, body: { customer: { id: 'c-1\nc-2' } } }, 'answered no customer'],
  ['a field of its own', { status: 200, body: { customer: { ...profile, admin: true } } }, 'answered no customer'],
  ['where it comes from', { status: 200, body: { customer: { ...profile, source: 'x' } } }, 'answered no customer'],
  ['a tier that is no text', { status: 200, body: { customer: { ...profile, tier: 1 } } }, 'answered no customer'],
  ['too much', { status: 200, body: { customer: { ...profile, name: 'x'.repeat(40_000) } } }, 'answered too much'],
  ['an error', { status: 500 }, 'answered 500'],
  ['elsewhere', { status: 302, headers: { location: 'http://169.254.169.254/' } }, 'answered 302'],
])('a resolver that answers %s told nothing', async (_, answer, cause) => {
  expect(await asked(answer)).toEqual({ kind: 'failed', cause })
})

test('a resolver that does not answer is not waited for', async () => {
  const silent: Network = { resolve: async () => ['127.0.0.1'], open: () => new Promise(() => undefined) }

  expect(await resolver(undefined, silent).ask(question)).toEqual({ kind: 'failed', cause: 'took too long' })
})

test('a resolver whose name stands for an inner address is not asked, nor one without a secret', async () => {
  const inner: Network = { resolve: async () => ['10.0.0.8'], open: () => Promise.reject(new Error('opened')) }

  expect(await resolver('https://crm.example.com/', inner).ask(question)).toEqual({
    kind: 'failed',
    cause: 'is not at a public address',
  })
  expect(await resolver(undefined, undefined, []).ask(question)).toEqual({
    kind: 'failed',
    cause: 'has no signing secret',
  })
})
