import { expect, test } from 'vitest'
import { type DraftGrounds, judgeDraft } from '#shared/turn/judge-draft.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const question = 'How do I return a lamp?'
const company = { name: 'Lumen & Oak', sites: ['*.lumen.example'] }

const asked = async (reply: string, deployed = testDeployed()) => {
  const desk = openCustomerDesk(deployed)
  desk.assistant.answer(draftOf(reply))
  await desk.turn([question])
  const handoffs = await desk.ports.handoffs.ofThread(threadId)
  return { handoffs, sent: desk.ports.outbound.sent.map(({ message }) => message) }
}

test('a draft that promises a person becomes a handoff, and is not sent', async () => {
  const { handoffs, sent } = await asked('One moment. I’ll connect you with a colleague.')

  expect(handoffs).toMatchObject([
    {
      trigger: 'asked-for-human',
      kind: 'failure',
      team: 'care',
      reason: 'Failure: the assistant was about to promise a person: "I\'ll connect you with a colleague."',
    },
  ])
  expect(sent.map(({ author }) => author.kind)).toEqual(['system'])
})

test('a draft that says that a person may be asked for is sent as it is', async () => {
  const { handoffs, sent } = await asked('Within 30 days. You can always ask for a person.')

  expect(handoffs).toEqual([])
  expect(sent).toMatchObject([{ text: 'Within 30 days. You can always ask for a person.' }])
})

test('a draft with a link to nobody known goes to a person, and is not sent', async () => {
  const { handoffs, sent } = await asked('Log in at https://evil.example/login')

  expect(handoffs).toMatchObject([
    { trigger: 'assistant-unavailable', fired: [{ evidence: { detail: 'foreign-link' } }] },
  ])
  expect(sent.map(({ author }) => author.kind)).toEqual(['system'])
})

test.each(['See https://help.example.com/returns', 'Log in at https://my.lumen.example'])(
  'a draft with a link of the articles or of the company is sent: %s',
  async (reply) => {
    const { handoffs, sent } = await asked(reply, testDeployed({ company }))

    expect(handoffs).toEqual([])
    expect(sent).toMatchObject([{ text: reply }])
  },
)

test('a link that was sent before may be said again, one that the customer wrote may not', async () => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf('See https://help.example.com/returns'))
  await desk.turn([question])
  desk.knowledge.passages = desk.knowledge.passages.map((passage) => ({ ...passage, url: 'https://other.example/a' }))
  desk.assistant.answer(draftOf('As I said: https://help.example.com/returns'))
  await desk.turn(['Is https://mine.example about lamps that I return, too?'])
  const before = await desk.ports.handoffs.ofThread(threadId)
  desk.assistant.answer(draftOf('You wrote https://mine.example'))

  await desk.turn(['And what does the return of a lamp cost?'])

  expect(before).toEqual([])
  expect(await desk.ports.handoffs.ofThread(threadId)).toHaveLength(1)
})

test('who asks for a person and is promised one gets one handoff, for what they asked', async () => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf('A human will take over now. https://evil.example'))

  await desk.turn([humanPlease])

  expect(await desk.ports.handoffs.ofThread(threadId)).toMatchObject([{ trigger: 'asked-for-human', fired: [{}] }])
})

test.each([
  ['https://carrier.example/t/1', []],
  ['https://evil.example/t/1', ['assistant-unavailable']],
])('a link that a tool of the company told may be said, another may not: %s', (link, fired) => {
  const turn = { history: [], thread: {}, customer: undefined } as unknown as DraftGrounds['turn']
  const records = [{ result: { tracking: 'https://carrier.example/t/1' } }]

  const judged = judgeDraft(`Follow it at ${link}`, { turn, passages: [], records, sites: [] })

  expect(judged.map(({ trigger }) => trigger)).toEqual(fired)
})

test.each([
  { note: 'Sign in at https://evil.example/orders' },
  { note: 'https://carrier.example/t/1 or https://evil.example' },
  { 'https://evil.example/orders': true },
  { 'https://evil.example/orders': { shop: 'Oak Street 1' } },
])('what stands beside other words in a tool’s answer may be anybody’s: %j', (result) => {
  const turn = { history: [], thread: {}, customer: undefined } as unknown as DraftGrounds['turn']
  const records = [{ result: { ...result, tracking: 'https://carrier.example/t/1' } }]
  const judge = (reply: string) => judgeDraft(reply, { turn, passages: [], records, sites: [] })

  expect(judge('Sign in at https://evil.example/orders')).toMatchObject([{ trigger: 'assistant-unavailable' }])
  expect(judge('Follow it at https://carrier.example/t/1')).toEqual([])
})
