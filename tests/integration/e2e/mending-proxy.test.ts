import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Listening, listen } from '#infra/local/http/listen.ts'
import { startMendingProxy } from '#tests/e2e/emulator/mending-proxy.ts'
import { withProperties } from '#tests/e2e/emulator/template.ts'
import { createTemplateMender } from '#tests/e2e/emulator/template-mender.ts'
import { startApiFront } from '#tests/e2e/targets/api-front.ts'

interface Seen {
  readonly method: string | undefined
  readonly path: string | undefined
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

let emulator: Listening
let proxy: Listening
let seen: Seen[]
let stored: string
let refused: string[]

const denied =
  '{"__type":"AccessDeniedException","message":"User: arn:aws:sts::1:assumed-role/Turn/x is not authorized to perform: sqs:SendMessage"}'

const answers = (body: string): string => {
  if (body === 'send') return denied
  if (!body.startsWith('Action=GetTemplate&')) return 'fine'
  const escaped = stored.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `<GetTemplateResult><TemplateBody>${escaped}</TemplateBody></GetTemplateResult>`
}

beforeAll(async () => {
  emulator = await listen(0, async (incoming, response) => {
    const body = (await buffer(incoming)).toString('utf8')
    seen.push({ method: incoming.method, path: incoming.url, headers: incoming.headers, body })
    if (incoming.method === 'PUT') stored = body
    response
      .writeHead(/^\/(refused|missing)/.test(incoming.url ?? '') ? 403 : 200, { 'x-from': 'emulator' })
      .end(answers(body))
  })
  const mender = createTemplateMender()
  mender.use([{ mend: (template) => withProperties(template, 'A::B', () => ({ Mended: true })) }])
  proxy = await startMendingProxy({
    port: 0,
    upstream: new URL(emulator.url),
    mender,
    onRefused: (words) => refused.push(words),
  })
})

afterAll(async () => {
  await proxy?.close()
  await emulator?.close()
})

beforeEach(() => {
  seen = []
  refused = []
})

const template = '{ "Resources": { "One": { "Type": "A::B" } }, "Description": "a < b & \\"c\\"" }'
const authorization = 'AWS4-HMAC-SHA256 Credential=ASIAPUBLISHER/20261122/us-east-1/s3/aws4_request, Signature=1'

const put = (body: string) =>
  fetch(`${proxy.url}/bucket/t.json`, {
    method: 'PUT',
    body,
    headers: {
      authorization,
      'x-amz-checksum-sha256': 'of-the-first',
      'x-amz-security-token': 'publisher',
      'x-amz-meta': 'kept',
    },
  })

test('a template is mended on its way in, as the operator and without the sums of the other one', async () => {
  const answer = await put(template)

  expect(answer.status).toBe(200)
  expect(JSON.parse(seen[0]?.body ?? '').Resources.One.Properties).toEqual({ Mended: true })
  expect(seen[0]?.headers).toMatchObject({
    authorization: authorization.replace('ASIAPUBLISHER', 'test'),
    'x-amz-meta': 'kept',
  })
  expect(Object.keys(seen[0]?.headers ?? {})).not.toContain('x-amz-checksum-sha256')
  expect(Object.keys(seen[0]?.headers ?? {})).not.toContain('x-amz-security-token')
})

test('whoever asks for the template is shown the one that was sent', async () => {
  await put(template)

  const answer = await fetch(proxy.url, { method: 'POST', body: 'Action=GetTemplate&StackName=Baton' })

  const body = /<TemplateBody>([\s\S]*)<\/TemplateBody>/.exec(await answer.text())?.[1] ?? ''
  expect(body.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')).toBe(template)
})

test('everything else goes through as it is: bytes, signature, status and headers', async () => {
  const answer = await fetch(`${proxy.url}/refused`, {
    method: 'PUT',
    body: 'PK no template',
    headers: { authorization, 'x-amz-checksum-sha256': 'sum' },
  })

  expect([answer.status, answer.headers.get('x-from')]).toEqual([403, 'emulator'])
  expect(seen[0]).toMatchObject({ body: 'PK no template', headers: { authorization, 'x-amz-checksum-sha256': 'sum' } })
})

test('a call that no policy allows is seen, and answered all the same', async () => {
  const answer = await fetch(`${proxy.url}/refused`, { method: 'POST', body: 'send' })

  expect([answer.status, await answer.text()]).toEqual([403, denied])
  expect(refused).toEqual(['User: arn:aws:sts::1:assumed-role/Turn/x is not authorized to perform: sqs:SendMessage'])
})

test('another fault is none of a policy', async () => {
  const answer = await fetch(`${proxy.url}/missing`, { method: 'POST', body: 'other' })

  expect([answer.status, await answer.text()]).toEqual([403, 'fine'])
  expect(refused).toEqual([])
})

test('an emulator that is gone is no answer', async () => {
  const orphan = await startMendingProxy({
    port: 0,
    upstream: new URL('http://127.0.0.1:1'),
    mender: createTemplateMender(),
  })

  await expect(fetch(orphan.url)).rejects.toThrow()

  await orphan.close()
})

test('the front asks for an API under its own name', async () => {
  const front = await startApiFront('http://abc123.execute-api.localhost:4566', new URL(emulator.url))

  await fetch(`${front.url}/webhooks/standard?a=b`, { method: 'POST', body: '{}', headers: { 'webhook-id': 'w1' } })

  expect(seen[0]).toMatchObject({
    method: 'POST',
    path: '/webhooks/standard?a=b',
    body: '{}',
    headers: { host: 'abc123.execute-api.localhost:4566', 'webhook-id': 'w1' },
  })
  await front.close()
})
