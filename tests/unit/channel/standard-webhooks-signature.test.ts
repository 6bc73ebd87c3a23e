import { expect, test } from 'vitest'
import { standardWebhooks } from '#shared/channel/standard/standard-webhooks.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { messageEvent, signatureOf, signedRequest } from '#tests/support/signed-request.ts'
import vectors from './standard-webhooks-vectors.json' with { type: 'json' }

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const another = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const timestamp = 1_700_000_000
const now = timestamp * 1_000
const body = messageEvent('Grüße 😀')
const request = signedRequest({ secret, body, timestamp })
const { receive } = standardWebhooks
const verdict = async (given: Parameters<typeof receive>[0], secrets = [secret], at = now) =>
  (await receive(given, { signing: secrets }, at)).kind

test.each(vectors)(
  '$id: $expect',
  async ({ method, headers, body: text, secret: key, now: seconds, expect: wanted }) => {
    const given = { method, headers, query: {}, rawQuery: '', body: Buffer.from(text) }

    const authentic = (await verdict(given, [key], seconds * 1_000)) !== 'unauthentic'

    expect(authentic).toBe(wanted === 'accept')
  },
)

test('a signed message is received', async () => {
  expect(await verdict(request)).toBe('messages')
})

test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])(
  '%s has to be there, once, as it was',
  async (name) => {
    const value = request.headers[name] ?? ''
    for (const wrong of [
      undefined,
      '',
      ' ',
      `${value},${value}`,
      `${value}, ${value}`,
      'garbage',
      `x${value}`,
      '\u0000',
    ])
      expect(await verdict({ ...request, headers: { ...request.headers, [name]: wrong } })).toBe('unauthentic')
  },
)

test.each([
  [-300, 'messages'],
  [300, 'messages'],
  [-301, 'unauthentic'],
  [301, 'unauthentic'],
])('a clock %i seconds away: %s', async (seconds, kind) => {
  expect(await verdict(request, [secret], now + seconds * 1_000)).toBe(kind)
})

test.each(['1700000000.0', '1.7e9', '01700000000', '+1700000000', ' 1700000000', '-1', 'NaN', '0x6553F100', ''])(
  'a timestamp that is not a plain integer, %j, is refused, though it was signed',
  async (given) => {
    expect(await verdict({ ...request, headers: { ...request.headers, 'webhook-timestamp': given } })).toBe(
      'unauthentic',
    )
    expect(await verdict(signedRequest({ secret, body, timestamp: given }))).toBe('unauthentic')
  },
)

test.each(['msg-1,msg-2', 'msg-1,msg-1', ''])(
  'an id that came twice or not at all, %j, is refused, though it was signed',
  async (id) => {
    expect(await verdict(signedRequest({ secret, body, timestamp, id }))).toBe('unauthentic')
  },
)

test('either of two secrets is accepted, a third one is not', async () => {
  const rotated = signedRequest({ secret: another, body, timestamp })

  expect(await verdict(request, [secret, another])).toBe('messages')
  expect(await verdict(rotated, [secret, another])).toBe('messages')
  expect(await verdict(rotated, [secret])).toBe('unauthentic')
})

test.each([[[]], [['']], [['whsec_']], [['not base64 !']], [['', 'whsec_']]])(
  'without a usable secret, %j, nothing is authentic',
  async (secrets) => {
    expect(await verdict(request, secrets)).toBe('unauthentic')
    expect(await verdict(signedRequest({ secret: secrets[0] ?? '', body, timestamp }), secrets)).toBe('unauthentic')
  },
)

test('an unusable secret beside a good one does not shut the door', async () => {
  expect(await verdict(request, ['', secret])).toBe('messages')
})

test('a secret without its prefix is the same secret', async () => {
  expect(await verdict(request, [secret.replace('whsec_', '')])).toBe('messages')
})

test('any of several signatures may be the right one', async () => {
  const right = signatureOf({ secret, body, timestamp })
  const wrong = signatureOf({ secret: another, body, timestamp })
  const given = (signature: string) => ({ ...request, headers: { ...request.headers, 'webhook-signature': signature } })

  expect(await verdict(given(`${wrong} ${right}`))).toBe('messages')
  expect(await verdict(given(`v2,abc ${right}`))).toBe('messages')
  expect(await verdict(given(`${wrong} v2,abc`))).toBe('unauthentic')
  expect(await verdict(given(right.replace('v1,', 'v2,')))).toBe('unauthentic')
  expect(await verdict(given(right.replace('v1,', '')))).toBe('unauthentic')
})

test('the id and the time are part of what is signed', async () => {
  expect(await verdict({ ...request, headers: { ...request.headers, 'webhook-id': 'msg-2' } })).toBe('unauthentic')
  expect(
    await verdict({ ...request, headers: { ...request.headers, 'webhook-timestamp': String(timestamp + 1) } }),
  ).toBe('unauthentic')
})

test('ten thousand changes of one byte are all refused', async () => {
  const random = seededRandom(7)
  const accepted: string[] = []
  for (let n = 0; n < 10_000; n += 1) {
    const changed = Buffer.from(request.body)
    const at = Math.floor(random() * changed.length)
    changed[at] = ((changed[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256
    if ((await verdict({ ...request, body: changed })) !== 'unauthentic') accepted.push(`${at}`)
  }

  expect(accepted).toEqual([])
})

test('bytes that read as the same text are not the same bytes', async () => {
  const replacement = signedRequest({ secret, body: messageEvent('\uFFFD'), timestamp })
  const at = replacement.body.indexOf(Buffer.from('\uFFFD'))
  const changed = Buffer.concat([
    replacement.body.subarray(0, at),
    Buffer.from([0xff]),
    replacement.body.subarray(at + 3),
  ])

  expect(await verdict(replacement)).toBe('messages')
  expect(changed.toString()).toBe(replacement.body.toString())
  expect(await verdict({ ...replacement, body: changed })).toBe('unauthentic')
})

test('every changed character of the signature is refused', async () => {
  const signature = request.headers['webhook-signature'] ?? ''
  // The last two characters carry padding: "A=" and "B=" may decode to the same bytes, so text is compared, not bytes.
  const changed = [...signature].map((character, at) =>
    [...signature].toSpliced(at, 1, character === 'A' ? 'B' : 'A').join(''),
  )

  const kinds = await Promise.all(
    changed.map((value) => verdict({ ...request, headers: { ...request.headers, 'webhook-signature': value } })),
  )
  expect(new Set(kinds)).toEqual(new Set(['unauthentic']))
})

test('what is not authentic is not even parsed', async () => {
  const unsigned = { ...request, headers: {}, body: Buffer.from('{"type":') }

  expect(await verdict(unsigned)).toBe('unauthentic')
})
