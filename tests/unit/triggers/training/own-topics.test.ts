import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readModel, writeModel } from '#shared/triggers/classifier/model.ts'
import { hasExamples, listenWith, OWN_TABLE_SIZE } from '#shared/triggers/own-listen.ts'
import { ownTopics } from '#shared/triggers/own-topic.ts'
import { readExampleFolder } from '#shared/triggers/training/example-folder.ts'
import { trainOwnTopics } from '#shared/triggers/training/own-topics.ts'
import { otherMessages } from '#shared/triggers/training/own-topics-background.ts'
import { recognise } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'
import { productSafety, trade, unseen } from './topic-examples.ts'

const lines = readExampleFolder('shared/triggers/examples')
const background = otherMessages(lines, [...trade.examples, ...productSafety.examples])
const shipped = readFileSync('shared/triggers/weights.bin')

const bytesOf = (...topics: Parameters<typeof trainOwnTopics>[0]): Uint8Array => {
  const model = trainOwnTopics(topics, background)
  if (model === undefined) throw new Error('these topics have no examples')
  return writeModel(model)
}

const trained = bytesOf(trade, productSafety)
// Whom a lamp hurt is to be heard sooner than who wants a discount.
const config = triggersWith({ own: [trade, { ...productSafety, certain: 0.5 }] })
const ears = { listen: listenWith(shipped, trained), recognise }
const firedOn = (...messages: string[]) => ownTopics(saying(...messages), config, ears.listen)
const topicsOf = (message: string) => firedOn(message).map(({ trigger }) => trigger)

describe('a topic taught by examples', () => {
  test.each(['trade', 'product-safety'] as const)('fires on most wordings of %s that it never saw', (id) => {
    const heard = unseen[id].filter((message) => topicsOf(message).includes(id))

    expect(heard.length).toBeGreaterThanOrEqual(unseen[id].length - 3)
  })

  test('is kept apart from the other one', () => {
    expect(unseen.trade.filter((message) => topicsOf(message).includes('product-safety'))).toEqual([])
    expect(unseen['product-safety'].filter((message) => topicsOf(message).includes('trade'))).toEqual([])
  })

  test('does not fire on its counterexamples', () => {
    const counterexamples = [...trade.counterexamples, ...productSafety.counterexamples]

    expect(counterexamples.filter((message) => topicsOf(message).length > 0)).toEqual([])
  })

  test('seldom fires on what has nothing to do with it', () => {
    const trainedOn = new Set([...background.near, ...background.far])
    const strangers = lines.filter(({ text }, at) => at % 20 === 0 && !trainedOn.has(text)).map(({ text }) => text)

    expect(unseen.neither.filter((message) => topicsOf(message).length > 0).length).toBeLessThanOrEqual(2)
    expect(strangers.filter((message) => topicsOf(message).length > 0).length).toBeLessThan(strangers.length * 0.02)
  })

  test('tells by what it was heard, and how strongly', () => {
    const [fired] = firedOn('we are a hotel and would like wholesale prices')

    expect(fired).toMatchObject({
      trigger: 'trade',
      kind: 'topic',
      topic: 'trade',
      evidence: { detail: 'by examples', threshold: 0.6, matched: expect.stringContaining('wholesale') },
    })
    expect(fired?.evidence.score).toBeGreaterThanOrEqual(0.6)
    expect(fired?.evidence.score).toBeLessThanOrEqual(1)
  })

  test('is heard beside the built-in triggers, which it does not change', () => {
    const text = 'can I talk to a person please'
    const builtIn = listenWith(shipped)(text)

    expect(ears.listen(text).slice(0, builtIn.length)).toEqual(builtIn)
    expect(ears.listen(text).map(({ head }) => head)).toEqual([
      ...builtIn.map(({ head }) => head),
      'trade',
      'product-safety',
    ])
  })
})

test('without examples there is nothing to train, and nothing to lay beside the turn', () => {
  const phrasesOnly = triggersWith({ own: [{ id: 'press', phrases: ['journalist'] }] })

  expect(trainOwnTopics(phrasesOnly.own, background)).toBeUndefined()
  expect(hasExamples(phrasesOnly)).toBe(false)
  expect(hasExamples(config)).toBe(true)
})

test('a topic without examples has no head among those that have some', () => {
  const model = trainOwnTopics([{ id: 'press', examples: [], counterexamples: ['no'] }, trade], background)

  expect(model?.heads).toEqual(['trade'])
})

test('the same topics make the same bytes, others make others', () => {
  expect(bytesOf(trade, productSafety)).toEqual(trained)
  expect(bytesOf(trade, { ...productSafety, examples: productSafety.examples.slice(1) })).not.toEqual(trained)
})

test('its table is small, and is not taken for the built-in one', () => {
  expect(readModel(trained, OWN_TABLE_SIZE).table).toHaveLength(2 * OWN_TABLE_SIZE)
  expect(() => readModel(trained)).toThrow('trigger weights hold 32768 numbers')
})

test('examples that have nothing in common teach nothing, rather than the contrary', () => {
  const jumble = ['qzx vrl', 'mwp tkk', 'ofg hhj', 'uyr eex', 'bnn ccd']
  const bytes = bytesOf({ id: 'jumble', examples: jumble, counterexamples: [] })
  const heard = listenWith(shipped, bytes)('where is my order').find(({ head }) => head === 'jumble')

  expect(heard?.probability).toBeLessThan(0.6)
})

describe('the background', () => {
  test('is the same whenever it is drawn, without slots and without a line twice', () => {
    const { near, far } = otherMessages(lines, [...trade.examples, ...productSafety.examples])

    expect({ near, far }).toEqual(background)
    expect([...near, ...far].filter((text) => /[{}]/.test(text))).toEqual([])
    expect(new Set(near).size).toBe(near.length)
    expect(new Set(far).size).toBe(far.length)
  })

  test('holds what shares words with the examples', () => {
    const line = (text: string) => ({ text, triggers: [], place: 'en/none.txt:1', language: 'en' })
    const some = [...Array(600).keys()].map((at) => line(`something else ${at}`))
    const { near, far } = otherMessages([...some, line('a quote for lamps')], ['quote for forty lamps'])

    expect(near[0]).toBe('a quote for lamps')
    expect(far.length).toBeGreaterThan(near.length)
  })

  test('leaves out what is said in distress, and keeps what is said in anger', () => {
    const line = (text: string, trigger: string) => ({ text, triggers: [trigger], place: 'en/x.txt:1', language: 'en' })
    const { near } = otherMessages([line('fire! fire!', 'distress'), line('fire him', 'frustration')], ['a fire'])

    expect(near).toEqual(['fire him'])
  })
})
