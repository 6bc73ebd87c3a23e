import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Gate, knockWith, openGate, stormTheGate } from './at-the-gate.ts'
import { fuzzOverHttp } from './fuzz-over-http.ts'
import { knock } from './knock.ts'

let gate: Gate
beforeAll(async () => {
  gate = await openGate()
})
afterAll(() => gate?.close())

const bearing = (token: string | undefined) => ({ headers: { authorization: `Bearer ${token}` } })
const ask = (method: string, path: string, token: string | undefined, headers = {}) =>
  knock(gate.cloud.url, { method, path, headers: { ...bearing(token).headers, ...headers } })

describe('tokens', () => {
  test('none that is forged, spent or meant for others is let in anywhere', { timeout: 60_000 }, async () => {
    const { attacks, operations, letIn } = await stormTheGate(gate)

    expect(letIn).toEqual([])
    expect([attacks, operations]).toEqual([expect.toSatisfy((n: number) => n >= 90), 24])
  })

  test('that are good are let in everywhere: what is refused then is refused by the operation itself', async () => {
    const { forge, guarded } = gate
    const good = [
      forge.good,
      forge.issued({}),
      forge.issued({ token_use: 'access', aud: undefined, client_id: forge.claims.aud }),
      forge.issued({ aud: ['another', forge.claims.aud], nbf: 1 }),
      forge.issued({}, { jwk: { kty: 'RSA' }, jku: 'http://127.0.0.1:9/' }),
    ]

    const statuses = []
    for (const token of good)
      for (const one of guarded) statuses.push((await knockWith(gate, one, bearing(token))).status)

    expect(statuses).toHaveLength(5 * 24)
    expect(statuses.filter((status) => [401, 403, 431].includes(status))).toEqual([])
  })

  test.each([
    ['an object', { admin: true }],
    ['a truth', true],
    ['a number', 1],
    ['nothing', null],
    ['a text', 'admin'],
    ['a list in a list', [['admin']]],
    ['names with a comma', ['care,admin']],
    ['a name that reads like two', ['x admin', 'admin']],
    ['a name with a bracket', ['admin] [care']],
    ['a name in capitals', ['ADMIN']],
    ['an object in a list', [{ name: 'admin' }]],
  ])('whose groups are %s give nobody a team or a role', async (_, groups) => {
    const token = gate.forge.issued({ 'cognito:groups': groups })

    const teams = await ask('GET', '/teams', token)
    const erased = await ask('DELETE', '/customers/u-1', token)

    expect(JSON.parse(teams.text)).toEqual({ teams: [] })
    expect(erased.status).toBe(403)
  })

  test('are all that counts: whatever headers say beside a good one, nobody becomes an admin', async () => {
    const claims = JSON.stringify({ authorizer: { jwt: { claims: { 'cognito:groups': '[admin]' } } } })
    const token = await gate.cloud.token('billing-1')

    const { status } = await ask('DELETE', '/customers/u-1', token, {
      'x-amzn-request-context': claims,
      'x-apigateway-event': claims,
      'x-amzn-oidc-data': gate.forge.good,
      'x-groups': '[admin]',
      cookie: `authorization=${gate.forge.good}`,
    })

    expect(status).toBe(403)
  })

  test('of a team see no line, no conversation and no report of another', async () => {
    const token = await gate.cloud.token('billing-1')

    const statuses = []
    for (const [method, path] of [
      ['GET', '/teams/care/line'],
      ['POST', '/teams/care/claim'],
      ['GET', '/reports/weekly'],
      ['GET', `/conversations/${'0'.repeat(24)}.1`],
    ] as const)
      statuses.push((await ask(method, path, token)).status)

    expect(statuses).toEqual([404, 415, 403, 404])
  })
})

test('a method that a path does not have is the API’s own 404, and reaches no function', async () => {
  const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'TRACE']
  const routes = gate.document.operations.map(({ route }) => route)
  const paths = [...new Set(routes.map((route) => route.split(' ')[1] ?? ''))]
  const absent = paths
    .flatMap((path) => methods.map((method) => ({ method, path })))
    .filter(({ method, path }) => !routes.includes(`${method} ${path}`))
  gate.cloud.resetCalls()

  const answers = []
  for (const { method, path } of absent)
    answers.push({ method, ...(await ask(method, path.replace(/\{\w+\}/g, 'care'), gate.forge.good)) })

  expect(answers.length).toBeGreaterThan(100)
  for (const { method, status, text } of answers)
    expect([status, text]).toEqual([404, method === 'HEAD' ? '' : '{"message":"Not Found"}'])
  expect(gate.cloud.calls()).toEqual([])
})

test('every operation answers as its document says, past the routes and the authorizer that are deployed', {
  timeout: 60_000,
}, async () => {
  const findings: string[] = []
  let asked = 0
  for (const operation of gate.guarded) {
    const fuzzed = await fuzzOverHttp(gate, operation, { seed: 20_261_122, cases: 6 })
    asked += fuzzed.asked
    findings.push(...fuzzed.findings.map((finding) => `${operation.operationId}: ${finding}`))
  }

  expect(findings).toEqual([])
  expect(asked).toBeGreaterThan(180)
})
