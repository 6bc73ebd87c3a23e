import { expect, test } from 'vitest'
import { briefFaults, type Given } from './briefs/brief-faults.ts'
import { playBriefs } from './briefs/play-briefs.ts'

test.each([1, 2, 3, 4, 5, 6])(
  'an agent is given all that the customer said, and nothing that was not said (seed %i)',
  async (seed) => {
    const { faults, briefs } = await playBriefs(seed)

    expect(faults).toEqual([])
    expect(briefs).toBeGreaterThan(0)
  },
)

test('what customers say of themselves is among it', async () => {
  const { claims } = await playBriefs(1)

  expect(claims).toBeGreaterThan(0)
})

const said = ['Hello 0 <a>', 'I want\na human 1 <a>']
const given: Given = {
  handoff: {
    id: 'h-1',
    reason: 'Failure: asks for a person',
    brief: {
      summary: 'The customer began with "Hello 0 <a>" and last wrote "I want a human 1 <a>"',
      tried: [],
      receipt: { messages: 2, messageIds: ['1', '2'] },
    },
  },
  transcript: said.map((text, n) => ({ id: `${n + 1}`, text, author: { kind: 'customer' } })),
}
const { handoff } = given
const { brief } = handoff
const withBrief = (changed: Partial<Given['handoff']['brief']>): Given => ({
  ...given,
  handoff: { ...handoff, brief: { ...brief, ...changed } },
})

const claiming = (claim: { value: string; messageId: string }, verified = {}, times = 1): Given =>
  withBrief({ customer: { verified, claims: Array.from({ length: times }, () => ({ what: 'name', ...claim })) } })

test('a right brief has no fault', () => {
  expect(briefFaults(given, said, ['<b>'])).toEqual([])
  expect(briefFaults(claiming({ value: 'Hello', messageId: '1' }), said, ['<b>'])).toEqual([])
})

test.each<readonly [string, Given]>([
  ['a message that is missing', { ...given, transcript: given.transcript.slice(1) }],
  ['two in the wrong order', { ...given, transcript: given.transcript.toReversed() }],
  ['a receipt that counts more', withBrief({ receipt: { messages: 3, messageIds: ['1', '2'] } })],
  ['no receipt', { ...given, handoff: { ...handoff, brief: { summary: brief.summary, tried: [] } } }],
  ['a reason of two lines', { ...given, handoff: { ...handoff, reason: 'one\ntwo' } }],
  ['words that nobody said', withBrief({ summary: 'The customer wrote: "Pay me"' })],
  ['a number that nobody said', withBrief({ summary: `Wants 900. ${brief.summary}` })],
  ['a claim that nobody made', claiming({ value: 'a@b.example', messageId: '2' })],
  ['a claim from another message', claiming({ value: 'Hello', messageId: '2' })],
  ['a claim that is verified', claiming({ value: 'human', messageId: '2' }, { name: 'human' })],
  ['a claim told twice', claiming({ value: 'Hello', messageId: '1' }, {}, 2)],
  ['another thread’s words', withBrief({ tried: [{ action: 'answered', title: 'as I told <b>' }] })],
])('%s is seen', (_, broken) => {
  expect(briefFaults(broken, said, ['<b>'])).not.toEqual([])
})
