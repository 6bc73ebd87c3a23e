import { replyOf } from './model.ts'

const good = {
  reply: 'You can return it.',
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: 'An answer',
  ownTopics: [],
}

/** An answer of the model that nobody can use, and what is wrong with it. */
export interface Malformed {
  readonly name: string
  /** A text leaves as it is, everything else as JSON. */
  readonly answer: unknown
}

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

const strange: readonly unknown[] = [
  true,
  false,
  [null],
  { length: 1 },
  null,
  0,
  -1,
  7,
  1e308,
  'yes',
  '',
  [],
  [1],
  {},
  { a: 1 },
  deep(60),
  'x'.repeat(100_000),
]

/** What each field may not be: of each, everything that is not of its own kind. */
const isWrong: Readonly<Record<keyof typeof good, (value: unknown) => boolean>> = {
  reply: (value) => typeof value !== 'string' || value.trim() === '' || value.length > 6_000,
  answered: (value) => typeof value !== 'boolean',
  wantsHuman: (value) => typeof value !== 'boolean',
  frustration: (value) => typeof value !== 'number' || value < 0 || value > 1,
  distress: (value) => typeof value !== 'boolean',
  restatesEarlierQuestion: (value) => typeof value !== 'boolean',
  wish: (value) => typeof value !== 'string' || value.length > 300,
  ownTopics: (value) => !Array.isArray(value) || value.some((topic) => typeof topic !== 'string'),
}

const fields = Object.keys(good) as readonly (keyof typeof good)[]

const ofFields = (): readonly Malformed[] =>
  fields.flatMap((field) => [
    {
      name: `no ${field}`,
      answer: replyOf(Object.fromEntries(Object.entries(good).filter(([name]) => name !== field))),
    },
    ...strange
      .filter((value) => isWrong[field](value))
      .map((value) => ({
        name: `${field} is ${JSON.stringify(value).slice(0, 30)}`,
        answer: replyOf({ ...good, [field]: value }),
      })),
  ])

const ofInputs = (): readonly Malformed[] =>
  [...strange, JSON.stringify(good), [good], { input: good }, { reply: good }, '{"reply":'].map((input) => ({
    name: `the tool's input is ${JSON.stringify(input).slice(0, 30)}`,
    answer: replyOf(input),
  }))

const message = (content: unknown): unknown => ({
  output: { message: { role: 'assistant', content } },
  stopReason: 'end_turn',
})

const ofAnswers = (): readonly Malformed[] =>
  [
    {},
    { output: {} },
    { output: { message: {} } },
    message([]),
    message([{}]),
    message([{ text: 'You can return it.' }]),
    message([{ text: '{"reply":"You can return it."}' }]),
    message([{ text: '<reply>You can return it.</reply>' }]),
    message([{ toolUse: {} }]),
    message([{ toolUse: { name: 'reply' } }]),
    message([{ toolUse: { name: 'Reply', toolUseId: 't', input: good } }]),
    message([{ toolUse: { name: 'refund', toolUseId: 't', input: { amount: 100 } } }]),
    message([{ reasoningContent: { reasoningText: { text: 'I should' } } }]),
    { ...(replyOf(good) as object), stopReason: 'guardrail_intervened' },
    { ...(replyOf(good) as object), stopReason: 'content_filtered' },
  ].map((answer) => ({ name: `the answer is ${JSON.stringify(answer).slice(0, 60)}`, answer }))

const ofBytes = (): readonly Malformed[] => {
  const whole = JSON.stringify(replyOf(good))
  const cuts = Array.from({ length: 40 }, (_, n) => whole.slice(0, Math.floor((whole.length * n) / 40)))
  const others = [
    'null',
    '[]',
    '"text"',
    '<html>502</html>',
    '{"output":',
    'NaN',
    '\u0000',
    '{}{}',
    'x'.repeat(1_000_000),
  ]
  return [...cuts, ...others].map((answer) => ({
    name: `the bytes are ${answer.slice(0, 20)}… (${answer.length})`,
    answer,
  }))
}

/** Every way of answering badly that we know of. */
export const malformedAnswers: readonly Malformed[] = [...ofFields(), ...ofInputs(), ...ofAnswers(), ...ofBytes()]
