import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js'
import { expect, test } from 'vitest'
import { judgeVector } from '#infra/verify/judge-vector.ts'
import { readVectors } from '#infra/verify/vector.ts'
import written from './verify/signatures.json' with { type: 'json' }

const file = new URL('./verify/signatures.json', import.meta.url).pathname
const vectors = readVectors(file)

test.each(vectors.map((vector, index) => [vector.id, vector, written.vectors[index]?.expect] as const))(
  '%s is judged right',
  async (_, vector, expected) => {
    expect(await judgeVector(vector)).toBe(expected === 'accept')
  },
)

const accepted = vectors.filter((_, index) => written.vectors[index]?.expect === 'accept')

test.each(accepted.map((vector) => [vector.id, vector] as const))(
  '%s is refused without its secret, with another one, and by a scheme that there is none of',
  async (_, vector) => {
    const [keyHex, publicKeyHex] = ['ab'.repeat(20), 'ab'.repeat(32)]

    expect(await judgeVector({ ...vector, secret: [], keyHex: '', publicKeyHex: '' })).toBe(false)
    expect(await judgeVector({ ...vector, secret: 'whsec_AAAAAAAAAAAAAAAA', keyHex, publicKeyHex })).toBe(false)
    expect(await judgeVector({ ...vector, scheme: 'constructor' })).toBe(false)
  },
)

const withTime = accepted.filter(({ now }) => now > 0)

test.each(withTime.map((vector) => [vector.id, vector] as const))('%s is old after five minutes', async (_, vector) => {
  const at = (seconds: number) => judgeVector({ ...vector, now: vector.now + seconds })

  expect(await Promise.all([-301, -300, 300, 301].map(at))).toEqual([false, true, true, false])
})

test.each(accepted.filter(({ dataHex }) => dataHex === '').map((vector) => [vector.id, vector] as const))(
  '%s is the same in base64, and another with a byte more or a header twice',
  async (_, vector) => {
    const doubled = Object.fromEntries(
      Object.entries(vector.headers).map(([name, value]) => [name, [value, value].flat()]),
    )

    expect(await judgeVector({ ...vector, bodyIsBase64InLambda: !vector.bodyIsBase64InLambda })).toBe(true)
    expect(await judgeVector({ ...vector, headers: doubled })).toBe(false)
    const longer = vector.params ? { params: { ...vector.params, z: '1' } } : { body: `${vector.body} ` }
    // A shared token covers no body.
    expect(await judgeVector({ ...vector, ...longer })).toBe(/api-key|token/.test(vector.scheme))
  },
)

test('the command prints a line for each, in their order', () => {
  const printed = execFileSync('node', ['infra/verify/verify.ts', '--input', file], { encoding: 'utf8' })

  const lines = printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.map(({ id }) => id)).toEqual(written.vectors.map(({ id }) => id))
  expect(lines.slice(0, 2)).toEqual([
    { id: 'slack/docs-example', accepted: true },
    { id: 'slack/wrong-version-prefix', accepted: false },
  ])
})

const fileOf = (text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'vectors-')), 'vectors.json')
  writeFileSync(path, text)
  return path
}

test('what is no vector is refused, and takes no other with it', async () => {
  const [good] = written.vectors
  const odd = [5, null, {}, { ...good, id: 7 }, { ...good, headers: 'none' }, { ...good, now: 'then' }, good]

  const read = readVectors(fileOf(JSON.stringify({ vectors: odd })))

  expect(read.map(({ id }) => id)).toEqual([null, null, null, 7, good?.id, good?.id, good?.id])
  expect(await Promise.all(read.map(judgeVector))).toEqual([false, false, false, true, false, false, true])
})

test('half a pair in a form is what UTF-8 makes of it', async () => {
  const [url, params] = ['https://example.com/sms', { Body: 'half \ud83d' }]
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature('12345', url, params) }
  const vector = { id: 'half', scheme: 'twilio-hmac-sha1', secret: '12345', url, params, headers }

  const [read] = readVectors(fileOf(JSON.stringify([vector])))

  expect(read && (await judgeVector(read))).toBe(true)
})

test('a URL that was called with GET is judged by its signature', async () => {
  const url = 'https://example.com/sms?MessageSid=SM1'
  const headers = { 'x-twilio-signature': getExpectedTwilioSignature('12345', url, {}) }
  const vector = { id: 'get', scheme: 'twilio-hmac-sha1', secret: '12345', method: 'GET', url, headers }

  const read = readVectors(fileOf(JSON.stringify([vector, { ...vector, url: `${url}2` }])))

  expect(await Promise.all(read.map(judgeVector))).toEqual([true, false])
})

test.each([
  ['', /is not JSON/],
  ['{"vectors": 1}', /holds no vectors/],
  ['null', /holds no vectors/],
])('a file of %j is told in a line', (text, said) => {
  const path = fileOf(text)

  expect(() => readVectors(path)).toThrow(said)
})

test('a byte order mark is no part of the JSON', () => {
  expect(readVectors(fileOf('\ufeff{"vectors": []}'))).toEqual([])
})
