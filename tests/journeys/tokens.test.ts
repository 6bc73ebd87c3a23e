import { generateKeyPairSync } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'

interface Operation {
  readonly method: string
  readonly path: string
}

let cloud: LocalCloud
let operations: readonly Operation[]

beforeAll(async () => {
  cloud = await startLocalCloud()
  const document = (await (await fetch(`${cloud.url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { security?: unknown[] }>>
  }
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter((method) => ['get', 'post', 'put', 'delete'].includes(method))
      .filter(() => path !== '/openapi.json')
      .map((method) => ({ method: method.toUpperCase(), path: path.replace(/\{\w+\}/g, 'care') })),
  )
})
afterAll(() => cloud?.close())

const call = async ({ method, path }: Operation, token?: string): Promise<number> => {
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }
  return (await fetch(`${cloud.url}${path}`, { method, headers, ...body })).status
}

const claimsOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
const headerOf = (token: string): { kid: string } =>
  JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8'))

const good = async () => (await cloud.token('supervisor')) ?? ''
const { privateKey: stranger } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signedByStranger = async (changes: Record<string, unknown> = {}, header: object = {}) => {
  const token = await good()
  const { kid } = headerOf(token)
  return new SignJWT({ ...claimsOf(token), ...changes })
    .setProtectedHeader({ alg: 'RS256', kid, ...header })
    .sign(stranger)
}

const forged: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no token': async () => undefined,
  'an empty one': async () => '',
  'not a token': async () => 'care',
  'no signature at all': async () => new UnsecuredJWT(claimsOf(await good())).encode(),
  "a stranger's key under our key's name": () => signedByStranger(),
  "a stranger's key, with a link to it": () => signedByStranger({}, { jku: 'http://127.0.0.1/keys', kid: '../keys' }),
  'a shared secret where a key pair belongs': async () =>
    new SignJWT(claimsOf(await good()))
      .setProtectedHeader({ alg: 'HS256', kid: headerOf(await good()).kid })
      .sign(Buffer.from('guessed')),
  'claims changed after signing': async () => {
    const [header, , signature] = (await good()).split('.')
    const claims = { ...claimsOf(await good()), 'cognito:groups': ['admin'] }
    return `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`
  },
  'one that has ended': async () => cloud.token('supervisor', -60),
}

test.each(Object.keys(forged))('%s: no operation answers anything but 401', async (name) => {
  const token = await forged[name]?.()

  const answers = await Promise.all(
    operations.map(async (one) => [`${one.method} ${one.path}`, await call(one, token)]),
  )

  expect(answers.length).toBeGreaterThanOrEqual(18)
  expect(answers.filter(([, status]) => status !== 401)).toEqual([])
})

test('a good token is let in everywhere: what is refused then is refused by the operation itself', async () => {
  const token = await good()

  const answers = await Promise.all(operations.map((one) => call(one, token)))

  expect(answers.filter((status) => status === 401)).toEqual([])
})

test('a token without a team of ours sees no line, no log and no conversation', async () => {
  const token = (await cloud.token('billing-1')) ?? ''

  expect(await call({ method: 'GET', path: '/teams/care/line' }, token)).toBe(404)
  expect(await call({ method: 'POST', path: '/teams/care/claim' }, token)).toBe(400)
  expect(await call({ method: 'GET', path: '/reports/weekly' }, token)).toBe(403)
  expect(await call({ method: 'DELETE', path: '/customers/u-1' }, token)).toBe(403)
})
