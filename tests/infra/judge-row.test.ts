import { beforeAll, describe, expect, test } from 'vitest'
import { type Judging, judgeRow } from '#infra/triggers/judge-row.ts'
import { namesOf } from '#infra/triggers/names.ts'
import { openJudging } from '#infra/triggers/open-judging.ts'
import { type Row, readRow } from '#infra/triggers/row.ts'

let judging: Judging
beforeAll(async () => {
  judging = await openJudging({})
})

const row = (text: string, more: Partial<Row> = {}): Row => ({ id: 'r-1', turns: [text], ...more })
const judged = (one: Row, sure?: number) =>
  judgeRow(one, {
    ...judging,
    knowledge: () => () => (sure === undefined ? undefined : { title: 'delivery', confidence: sure }),
  })

test('every trigger is judged, also when an early one fires', () => {
  const { fired } = judged(
    row('cancel my account, you charged me twice and I want to talk to a human, my lawyer will sue you'),
  )

  expect(fired.toSorted()).toEqual(['f1_human_request', 't1_billing_dispute', 't2_cancellation', 't4_legal'])
})

test('nothing fires on an ordinary question', () => {
  expect(judged(row('do you have this chair in green?'))).toEqual({ id: 'r-1', fired: [], evidence: [] })
})

test('evidence tells what was heard, by which trigger, how strongly, under which configuration', () => {
  const { evidence } = judged(row('hello, can I talk to a human please'))

  expect(evidence).toEqual([
    {
      trigger: 'f1_human_request',
      by: 'asked-for-human',
      kind: 'failure',
      matched: expect.stringContaining('human'),
      detail: expect.any(String),
      score: expect.any(Number),
      threshold: 0.8,
      configVersion: judging.version,
      reason: expect.stringMatching(/^asks for a person: "/),
    },
  ])
})

describe('without a model', () => {
  const heard = (head: string, probability: number) =>
    judgeRow(row('zzz'), {
      ...judging,
      ears: { ...judging.ears, listen: () => [{ head, probability, matched: 'zzz' }] },
    }).fired

  test('a wish for a person fires where it is only possible', () => {
    expect(heard('asked-for-human', 0.7)).toEqual(['f1_human_request'])
    expect(heard('asked-for-human', 0.5)).toEqual([])
  })

  test('other triggers fire where they are certain', () => {
    expect(heard('billing-dispute', 0.8)).toEqual(['t1_billing_dispute'])
    expect(heard('billing-dispute', 0.69)).toEqual([])
  })
})

describe('a conversation', () => {
  const question = 'how do I change the delivery address'

  test('is judged by its last turn, the earlier ones being what was asked before', () => {
    const again: Row = { id: 'r-1', turns: [question, 'how can I change my delivery address?', `${question}??`] }

    expect(judged(again).fired).toEqual(['f2_rephrase'])
    expect(judged({ ...again, turns: ['I want a human', question] }).fired).toEqual([])
  })
})

describe('connected knowledge', () => {
  test('that is unsure fires as one decision under both names', () => {
    const { fired, evidence } = judged(row('do you sell garden gnomes?', { scope: 'shop' }), 0.4)

    expect(fired).toEqual(['f4_out_of_scope', 'f5_low_confidence'])
    expect(evidence.map(({ by }) => by)).toEqual(['low-confidence', 'low-confidence'])
  })

  test('that is sure fires nothing, nor does a greeting, nor a row without a scope', () => {
    expect(judged(row('do you sell garden gnomes?', { scope: 'shop' }), 0.9).fired).toEqual([])
    expect(judged(row('hello', { scope: 'shop' }), 0).fired).toEqual([])
    expect(judged(row('do you sell garden gnomes?'), 0).fired).toEqual([])
  })
})

test('a customer of a high tier fires under the trigger’s own id', () => {
  expect(judged(row('hi there', { customer: { tier: 'platinum' } })).fired).toEqual(['high-value-account'])
  expect(judged(row('hi there', { customer: { tier: 'bronze' } })).fired).toEqual([])
})

test('own topics keep their ids', () => {
  expect(namesOf('product-safety')).toEqual(['product-safety'])
  expect(judged(row('the lamp caught fire')).fired).toContain('product-safety')
})

describe('a row', () => {
  test('is read with all that it may hold', () => {
    const line = '{"id":"a","turns":["x","y"],"lang":"de","scope":"s","customer":{"tier":"gold","value":3},"more":1}'

    expect(readRow(line)).toEqual({
      id: 'a',
      turns: ['x', 'y'],
      language: 'de',
      scope: 's',
      customer: { tier: 'gold', value: 3 },
    })
  })

  test('may say null for what it does not have', () => {
    expect(readRow('{"id":"a","text":"","turns":null,"scope":null,"customer":{"tier":null}}')).toEqual({
      id: 'a',
      turns: [''],
      customer: {},
    })
  })

  test.each([
    ['{"id":"a"', 'is not JSON'],
    ['7', 'row: 7 is not allowed: must be an object'],
    ['{"text":"x"}', 'row.id: is missing'],
    ['{"id":1,"text":"x"}', 'row.id: 1 is not allowed: must be text'],
    ['{"id":"a"}', 'neither text nor turns'],
    ['{"id":"a","text":3}', 'row.text: 3 is not allowed: must be text'],
    ['{"id":"a","turns":[]}', 'row.turns: [] is not allowed: must not be empty'],
    ['{"id":"a","turns":["x",2]}', 'row.turns.1: 2 is not allowed: must be text'],
    ['{"id":"a","text":"x","customer":{"value":"9"}}', 'row.customer.value: "9" is not allowed: must be a number'],
  ])('such as %s is refused', (line, problem) => {
    expect(() => readRow(line)).toThrow(problem)
  })
})

test('a topic of the company keeps its own id, whatever an object of the language calls its parts', () => {
  expect(namesOf('constructor')).toEqual(['constructor'])
  expect(namesOf('legal')).toEqual(['t4_legal'])
})
