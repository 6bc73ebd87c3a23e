import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const own = (...topics: readonly object[]) => withSections({ triggers: { own: topics } })

const floors = (outside: object, low: object) =>
  withSections({ triggers: { 'outside-knowledge': outside, 'low-confidence': low } })

test('the floor of knowing nothing must be below that of knowing little', () => {
  expect(floors({ floor: 0.3 }, { floor: 0.4 })).toEqual([])
  expect(floors({ floor: 0.4 }, { floor: 0.4 })).toEqual([
    'triggers.outside-knowledge.floor: 0.4 is not allowed: must be below low-confidence.floor, 0.4',
  ])
})

test('a floor that is switched off is not compared', () => {
  expect(floors({ floor: 0.6, enabled: false }, { floor: 0.4 })).toEqual([])
})

test.each([{ phrases: ['burnt'] }, { pattern: 'burn(t|ed)' }, { description: 'a product burned' }])(
  'a topic that can fire in one way is accepted: %j',
  (way) => {
    expect(own({ id: 'safety', ...way })).toEqual([])
  },
)

test('a pattern that could take for ever is refused with its topic', () => {
  expect(own({ id: 'safety', pattern: 'burn.*fire.*smoke' })).toEqual([
    expect.stringMatching(/^triggers\.own\.0\.pattern of "safety": "burn\.\*fire\.\*smoke" is not allowed: must not/),
  ])
})

test.each([{}, { description: '   ' }])('a topic that can never fire is refused: %j', (way) => {
  expect(own({ id: 'safety', ...way })).toEqual([
    'triggers.own.0: "safety" is not allowed: can never fire: must have phrases, a pattern, examples or a description',
  ])
})

test.each(['!!', '   ', '🔥🔥'])('the phrase %j, which has no word to look for, is refused', (nothing) => {
  expect(own({ id: 'safety', phrases: ['burnt', nothing] })).toEqual([
    `triggers.own.0.phrases.1: "${nothing}" is not allowed: must be words: without any it would fit every message`,
  ])
})

test.each(['ok', 'garantía', '火事', '112'])('the phrase %j is words in any script', (phrase) => {
  expect(own({ id: 'safety', phrases: [phrase] })).toEqual([])
})

test.each(['legal', 'asked-for-human'])('a topic may not take the name of the built-in trigger %s', (id) => {
  expect(own({ id, phrases: ['burnt'] })).toEqual([
    `triggers.own.0.id: "${id}" is not allowed: must not be the name of a built-in trigger`,
  ])
})

test('two topics may not share an id', () => {
  expect(own({ id: 'safety', phrases: ['burnt'] }, { id: 'safety', phrases: ['shock'] })).toEqual([
    'triggers.own.1.id: "safety" is not allowed: must be the id of one topic only',
  ])
})

test('what is possible must not be above what is certain', () => {
  expect(withSections({ triggers: { legal: { certain: 0.5, possible: 0.5 } } })).toEqual([])
  expect(withSections({ triggers: { legal: { certain: 0.5, possible: 0.6 } } })).toEqual([
    'triggers.legal.possible: 0.6 is not allowed: must not be above certain, 0.5',
  ])
})

test('a trigger may be off on a channel that there is, and on no other', () => {
  expect(withSections({ triggers: { frustration: { exceptOn: ['standard'] } } })).toEqual([])
  expect(withSections({ triggers: { frustration: { exceptOn: ['fax'] } } })).toEqual([
    'triggers.frustration.exceptOn.0: "fax" is not allowed: must be one of "standard"',
  ])
})

test('a topic of the company is switched off on channels that there are', () => {
  const topic = { id: 'safety', phrases: ['burnt'] }

  expect(own({ ...topic, exceptOn: ['standard'] })).toEqual([])
  expect(own({ ...topic, exceptOn: ['fax'] })).toEqual([
    'triggers.own.0.exceptOn.0: "fax" is not allowed: must be one of "standard"',
  ])
})

test('what teaches a topic may not teach the opposite as well', () => {
  const examples = ['a', 'b', 'c', 'd', 'e'].map((letter) => `the lamp burnt ${letter}`)

  expect(own({ id: 'safety', examples, counterexamples: ['the lamp is bright'] })).toEqual([])
  expect(own({ id: 'safety', examples, counterexamples: ['the lamp is bright', 'the lamp burnt b'] })).toEqual([
    'triggers.own.0.counterexamples.1: "the lamp burnt b" is not allowed: must not be among the examples as well',
  ])
})

test('who asks for a person cannot be switched off', () => {
  expect(withSections({ triggers: { 'asked-for-human': { enabled: false } } })).toEqual([
    expect.stringContaining('triggers.asked-for-human.enabled'),
  ])
})

const several = (count: number) => Array.from({ length: count }, (_, at) => `a message of kind ${at}`)

test('a topic is taught by five examples or more, or by none', () => {
  expect(own({ id: 'trade', examples: several(5) })).toEqual([])
  expect(own({ id: 'trade', phrases: ['wholesale'], examples: [] })).toEqual([])
  expect(own({ id: 'trade', examples: several(4) })).toEqual([
    'triggers.own.0.examples: 4 of them teach too little: must be at least 5 different ones, or none',
  ])
})

test('the same example five times is one', () => {
  expect(own({ id: 'trade', examples: Array(5).fill('wholesale prices') })).toEqual([
    'triggers.own.0.examples: 1 of them teach too little: must be at least 5 different ones, or none',
  ])
})

test('at most thirty topics are taught by examples; any number by phrases', () => {
  const taught = (count: number) => several(count).map((_, at) => ({ id: `topic-${at}`, examples: several(5) }))
  const phrased = several(40).map((_, at) => ({ id: `phrase-${at}`, phrases: ['burnt'] }))

  expect(own(...taught(30), ...phrased)).toEqual([])
  expect(own(...taught(31))).toEqual(['triggers.own: 31 topics with examples are not allowed: must be at most 30'])
})
