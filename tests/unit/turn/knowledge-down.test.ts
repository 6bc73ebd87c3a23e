import { expect, test } from 'vitest'
import { KnowledgeUnavailableError } from '#shared/knowledge/errors.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'

const open = (failure: Error) => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf('Hello, how can I help?'))
  const { knowledge } = desk
  knowledge.retrieve = async (question) => {
    knowledge.asked.push(question)
    throw failure
  }
  return desk
}
const unavailable = new KnowledgeUnavailableError('throttled')

test('articles that cannot be searched are a handoff in the same turn, and no model is asked', async () => {
  const desk = open(unavailable)

  await desk.turn(['How do I return a lamp?'])

  expect(desk.knowledge.asked).toHaveLength(1)
  expect(desk.assistant.asked).toEqual([])
  const { handoff } = await desk.claimed(ann)
  expect(handoff).toMatchObject({
    trigger: 'assistant-unavailable',
    kind: 'failure',
    fired: [{ evidence: { detail: 'knowledge-failed' } }],
  })
})

test('so are they where what asks was bundled apart, with a class of its own for the same error', async () => {
  const desk = open(Object.assign(new Error('throttled'), { name: unavailable.name }))

  await desk.turn(['How do I return a lamp?'])

  expect((await desk.claimed(ann)).handoff).toMatchObject({ trigger: 'assistant-unavailable' })
})

test('a greeting needs no article, and is answered without', async () => {
  const desk = open(unavailable)

  await desk.turn(['Hello!'])

  expect(await desk.said()).toEqual(['customer: Hello!', 'assistant: Hello, how can I help?'])
})

test('whoever asks for a person does not wait for the articles', async () => {
  const desk = open(unavailable)

  await desk.turn([humanPlease])

  expect(desk.knowledge.asked).toEqual([])
  expect((await desk.claimed(ann)).handoff).toMatchObject({ trigger: 'asked-for-human' })
})

test('a fault of our own is no outage of the store: the queue brings the messages back', async () => {
  const desk = open(new TypeError('a fault'))

  await expect(desk.turn(['How do I return a lamp?'])).rejects.toThrow('a fault')
})
