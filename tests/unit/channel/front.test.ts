import { expect, test } from 'vitest'
import { type Scheme, strictFront } from '#shared/channel/front.ts'
import { webhookRequestOf } from '#tests/support/webhook-request.ts'

const asked: string[] = []
const scheme: Scheme = {
  secretField: 'key',
  limitBytes: 10,
  headers: ['x-signed'],
  verify: ({ body, headers }, secret) => {
    asked.push(secret)
    return headers['x-signed'] === `${secret}${body.toString('utf8')}`
  },
  parse: () => ({ kind: 'ignored' }),
}
const receive = (body: string | Buffer, given: Partial<Scheme> = {}, keys: readonly string[] = ['k'], by = 'k') => {
  asked.length = 0
  const request = webhookRequestOf(body, { 'x-signed': `${by}${body.toString()}` })
  return strictFront({ ...scheme, ...given }).receive(request, { key: keys }, 0)
}

test('what is signed is looked at, what is not is not', async () => {
  expect(await receive('hello')).toEqual({ kind: 'ignored' })
  expect(await receive('hello', {}, ['k'], 'x')).toEqual({ kind: 'unauthentic' })
})

test('a body at the limit is looked at, one byte more is too large, signed or not', async () => {
  expect(await receive('0123456789')).toEqual({ kind: 'ignored' })
  expect(await receive('0123456789a')).toEqual({ kind: 'too-large', limitBytes: 10 })
  expect(asked).toEqual([])
})

test('two secrets are active at most, and an empty one is none', async () => {
  expect(await receive('hello', {}, ['', 'old', 'k'])).toEqual({ kind: 'ignored' })
  expect(await receive('hello', {}, ['older', 'old', 'k'])).toEqual({ kind: 'unauthentic' })
  expect(asked).toEqual(['older', 'old'])
  expect(await receive('', {}, [''], '')).toEqual({ kind: 'unauthentic' })
})

test('bytes that are no text are nothing that was signed as text', async () => {
  const bytes = Buffer.from([0xff])

  expect(await receive(bytes)).toEqual({ kind: 'ignored' })
  expect(await receive(bytes, { readsText: true })).toEqual({ kind: 'unauthentic' })
  expect(await receive('ü', { readsText: true })).toEqual({ kind: 'ignored' })
})

test('only a channel that asks with GET is answered one', async () => {
  const get = webhookRequestOf('', {}, { method: 'GET', query: { token: 'k' } })
  const reply = { status: 200, body: 'yes' }
  const front = strictFront({ ...scheme, handshake: ({ query }) => (query.token === 'k' ? reply : undefined) })

  expect(await front.receive(get, {}, 0)).toEqual({ kind: 'answered', reply })
  expect(await front.receive({ ...get, query: {} }, {}, 0)).toEqual({ kind: 'unauthentic' })
  expect(await strictFront(scheme).receive(get, {}, 0)).toEqual({ kind: 'wrong-method', allowed: 'POST' })
  expect(await front.receive({ ...get, method: 'PUT' }, {}, 0)).toEqual({ kind: 'wrong-method', allowed: 'GET, POST' })
})
