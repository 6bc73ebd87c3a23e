import { execFileSync } from 'node:child_process'
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
