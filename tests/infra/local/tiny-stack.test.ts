import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startTinyCloud, type TinyCloud } from '#tests/support/local-tiny-cloud.ts'

let cloud: TinyCloud
let dynamo: DynamoDBClient

beforeAll(async () => {
  cloud = await startTinyCloud()
  dynamo = new DynamoDBClient(cloud.operator)
})
afterAll(() => cloud?.close())

const call = (path: string, init: RequestInit = {}) => fetch(`${cloud.url}${path}`, init)
const post = async (path: string, body: string, token?: string) =>
  call(path, { method: 'POST', body, headers: token ? { authorization: `Bearer ${token}` } : {} })

const notes = async (group: string) => {
  const { Items = [] } = await dynamo.send(
    new ScanCommand({ TableName: String(cloud.running.stack.ofType('AWS::DynamoDB::GlobalTable')[0]?.id) }),
  )
  return Items.filter(({ pk }) => pk?.S?.startsWith(group)).sort((a, b) =>
    String(a.pk?.S).localeCompare(String(b.pk?.S)),
  )
}

const depthOf = (name: string) => {
  const found = Object.entries(cloud.running.queues.depths()).find(([queue]) => queue.startsWith(name))
  return found?.[1] ?? { visible: -1, inFlight: -1, delayed: -1 }
}

describe('a synthesised stack on this machine', () => {
  it('takes a request through authorizer, function, queue and table', async () => {
    const token = await cloud.token({ 'cognito:groups': ['care', 'billing'] })

    const first = await post('/notes/note/g1', 'one 🙂', token)
    await post('/notes/note/g1', 'two', token)

    expect(first.status).toBe(202)
    expect(await first.json()).toMatchObject({ claims: { sub: 'ada', 'cognito:groups': '[care billing]' } })
    await vi.waitFor(
      async () => expect((await notes('g1')).map(({ text }) => text?.S)).toEqual(['one 🙂', 'two']),
      5_000,
    )
  })

  it('keeps the order of a group and lets a poisoned message go to the dead letters, others past it', async () => {
    const token = await cloud.token()

    await post('/notes/note/g2', 'poison', token)
    await post('/notes/note/g3', 'fine', token)

    await vi.waitFor(async () => expect(await notes('g3')).toHaveLength(1), 5_000)
    await vi.waitFor(() => expect(depthOf('Dead').visible).toBe(1), { timeout: 12_000, interval: 100 })
    expect(depthOf('Inbox')).toEqual({ visible: 0, inFlight: 0, delayed: 0 })
    expect(await notes('g2')).toEqual([])
  })

  it('lets a function do what its role allows, and nothing else', async () => {
    const [scan, transact] = await Promise.all([call('/open/scan/x'), call('/open/transact/x')])

    expect(await scan.json()).toEqual({ scan: 'AccessDeniedException' })
    expect(await transact.json()).toEqual({ put: 'allowed', delete: 'AccessDeniedException' })
  })

  it('counts calls by function and operation, the denied ones too', async () => {
    cloud.counter.reset()

    await call('/open/transact/x')

    expect(cloud.counter.all()).toEqual([
      { caller: 'Http', service: 'dynamodb', operation: 'TransactWriteItems', count: 2, denied: 1 },
    ])
  })

  it('generates the secret that the template asks for', async () => {
    const response = await call('/open/secret/x')

    expect(await response.json()).toEqual({ length: 44 })
  })

  it('runs a schedule with its input', async () => {
    await cloud.running.runScheduled(cloud.running.functionNamed('Ticker').definition.id)

    expect(await notes('tick')).toMatchObject([{ text: { S: 'tock' } }])
  })

  it('ends a function at its timeout, answers 500, and serves the next request', async () => {
    const late = await call('/open/sleep/x')
    const next = await call('/open/remaining/x')

    expect([late.status, await late.json()]).toEqual([500, { message: 'Internal Server Error' }])
    expect(cloud.lines.join('\n')).toContain('Task timed out after 2.00 seconds')
    expect(await next.json()).toMatchObject({ remaining: expect.any(Number) })
  })

  it('replaces a worker that died and one that threw stays', async () => {
    const [died, threw] = await Promise.all([call('/open/crash/x'), call('/open/throw/x')])
    const next = await call('/open/echo/x')

    expect([died.status, threw.status, next.status]).toEqual([500, 500, 200])
    expect(cloud.lines.join('\n')).toContain('thrown on purpose')
  })

  it('serves many requests of one function at once, while others of it run', async () => {
    const slow = Array.from({ length: 8 }, () => call('/open/sleep/y'))

    const quick = await Promise.all(Array.from({ length: 8 }, () => call('/open/echo/y')))

    expect(quick.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array(8).fill(500))
  })
})

describe('the authorizer', () => {
  const attempt = async (token?: string, path = '/notes/echo/x') => (await post(path, '', token)).status

  it("lets a good token in and refuses none, a foreign, an expired, an early and a stranger's one", async () => {
    const [good, late, early, other] = await Promise.all([
      cloud.token(),
      cloud.token({}, -60),
      cloud.token({ nbf: Math.floor(Date.now() / 1_000) + 600 }),
      cloud.token({ aud: 'somebody-else' }),
    ])
    const [head, , signature] = good.split('.')
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`
    const forged = `${head}.${Buffer.from('{"sub":"eve"}').toString('base64url')}.${signature}`

    expect(await attempt(good)).toBe(200)
    for (const bad of [undefined, 'rubbish', late, early, other, unsigned, forged]) expect(await attempt(bad)).toBe(401)
  })

  it('takes client_id for the audience only where there is no aud', async () => {
    const client = cloud.running.api.authorizers[0]?.audience[0]

    expect(await attempt(await cloud.issuer.sign({ client_id: client }, 60))).toBe(200)
    expect(await attempt(await cloud.issuer.sign({ client_id: 'stranger' }, 60))).toBe(401)
    expect(await attempt(await cloud.issuer.sign({ aud: 'stranger', client_id: client }, 60))).toBe(401)
  })

  it('asks for the scope of the route', async () => {
    expect(await attempt(await cloud.token({ scope: 'notes/read notes/write' }), '/scoped/echo/x')).toBe(200)
    expect(await attempt(await cloud.token({ scope: 'notes/read' }), '/scoped/echo/x')).toBe(403)
  })
})

describe('the event of a request', () => {
  it('is payload format 2.0', async () => {
    const response = await call('/open/echo/a%20b?x=1&x=2&y=%26', {
      method: 'PUT',
      body: '{"a":1}',
      headers: { 'content-type': 'application/json', 'X-Own': 'Yes', cookie: 'a=1; b=2' },
    })

    expect(await response.json()).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /open/{verb}/{id}',
      rawPath: '/open/echo/a%20b',
      rawQueryString: 'x=1&x=2&y=%26',
      queryStringParameters: { x: '1,2', y: '&' },
      pathParameters: { verb: 'echo', id: 'a b' },
      headers: { 'x-own': 'Yes' },
      cookies: ['a=1', 'b=2'],
      body: '{"a":1}',
      isBase64Encoded: false,
      requestContext: { http: { method: 'PUT', path: '/open/echo/a%20b' }, stage: '$default' },
    })
  })

  it('carries a form and raw bytes in base64', async () => {
    const form = await call('/open/echo/x', { method: 'POST', body: new URLSearchParams({ a: 'ü' }) })

    expect(await form.json()).toMatchObject({ body: Buffer.from('a=%C3%BC').toString('base64'), isBase64Encoded: true })
  })

  it('is not made for an unknown path or a body over 10 MB', async () => {
    const unknown = await call('/open/echo')
    const large = await post('/open/echo/x', 'x'.repeat(10_485_761))

    expect([unknown.status, await unknown.json()]).toEqual([404, { message: 'Not Found' }])
    expect(large.status).toBe(413)
  })
})
