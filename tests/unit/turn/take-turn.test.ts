import { expect, test } from 'vitest'
import { resolve } from '#shared/handoff/resolve.ts'
import { returnToAssistant } from '#shared/handoff/return-to-assistant.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'

const question = 'How do I return a lamp?'
const answer = 'Within 30 days, from your account.'

const open = () => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf(answer))
  return desk
}

const held = async () => {
  const desk = open()
  await desk.turn([humanPlease])
  const { handoff } = await desk.claimed(ann)
  return { desk, command: { agent: ann, handoffId: handoff.id, attemptId: 'attempt-1' } }
}

test('a question is answered: stored, then handed over to delivery', async () => {
  const desk = open()

  await desk.turn([question])

  expect(await desk.said()).toEqual([`customer: ${question}`, `assistant: ${answer}`])
  expect(desk.ports.outbound.sent).toMatchObject([
    { threadId, message: { author: { kind: 'assistant' }, text: answer }, repeated: false },
  ])
  expect(await desk.state()).toMatchObject({ status: 'assistant', messages: 2, conversation: 1, customerName: 'Ada' })
})

test('a burst is one turn: all of it is stored in order, and answered once', async () => {
  const desk = open()
  const burst = ['Hello', 'I bought a lamp', question]

  await desk.turn(burst)

  expect(desk.assistant.asked.map(({ messages }) => messages)).toEqual([burst])
  expect(await desk.said()).toEqual([...burst.map((text) => `customer: ${text}`), `assistant: ${answer}`])
})

test('messages of one millisecond keep their order', async () => {
  const desk = open()
  const deliveries = ['one', 'two', 'three'].map((text) => desk.arrives(text))

  await desk.turn(deliveries)

  expect((await desk.said()).slice(0, 3)).toEqual(['customer: one', 'customer: two', 'customer: three'])
})

test('the assistant is shown the conversation so far, and no notes', async () => {
  const desk = open()
  await desk.turn([question])

  await desk.turn(['And how long does it take?'])

  expect(desk.assistant.asked[1]?.history.map(({ text }) => text)).toEqual([question, answer])
})

test('the assistant is silent while the conversation waits', async () => {
  const desk = open()
  await desk.turn([humanPlease])

  await desk.turn([question])

  expect(desk.assistant.asked).toEqual([])
  expect(await desk.state()).toMatchObject({ status: 'waiting', messages: 3 })
  expect(desk.ports.outbound.sent).toHaveLength(1)
})

test('the assistant is silent while an agent has the conversation', async () => {
  const { desk } = await held()

  await desk.turn([question])

  expect(desk.assistant.asked).toEqual([])
  expect(await desk.state()).toMatchObject({ status: 'claimed', messages: 3 })
})

test('the third try asks nobody and hands off', async () => {
  const desk = open()

  await desk.turn([question], { thirdTry: true })

  expect(desk.assistant.asked).toEqual([])
  expect(desk.knowledge.asked).toEqual([])
  expect(await desk.state()).toMatchObject({ status: 'waiting' })
})

test('the third try of a conversation that waits only appends', async () => {
  const desk = open()
  await desk.turn([humanPlease])

  await desk.turn([question], { thirdTry: true })

  expect(await desk.state()).toMatchObject({ status: 'waiting', handoffs: 1, messages: 3 })
})

test('a reply drafted before a handoff is never stored', async () => {
  const desk = open()
  desk.assistant.answer(async () => {
    await desk.turn([humanPlease])
    return draftOf(answer)
  })

  await desk.turn([question])

  expect(await desk.said()).not.toContain(`assistant: ${answer}`)
  expect(await desk.state()).toMatchObject({ status: 'waiting', messages: 3 })
})

test('a reply drafted beside another message is drafted again with it', async () => {
  const desk = open()
  await desk.turn(['Hello'])
  let drafts = 0
  desk.assistant.answer(async ({ history, messages }) => {
    drafts += 1
    if (drafts === 1) await desk.turn(['I have another question'])
    return draftOf(`to "${messages}" after ${history.length}`)
  })

  await desk.turn([question])

  expect(await desk.said()).not.toContain(`assistant: to "${question}" after 2`)
  expect((await desk.said()).at(-1)).toBe(`assistant: to "${question}" after 4`)
})

test('after a resolved conversation the next message begins another one on the same thread', async () => {
  const { desk, command } = await held()
  const first = await desk.state()
  await resolve(desk.ports, desk.config, { ...command, outcome: 'solved', noteId: 'note-1' })

  await desk.turn([question])

  const second = await desk.state()
  expect(second).toMatchObject({ status: 'assistant', conversation: 2, messages: 2, threadId, handoffs: 1 })
  expect(second.conversationId).not.toBe(first.conversationId)
  expect(second.startedAt).toBeGreaterThan(first.startedAt)
  expect(second.epoch).toBeGreaterThan(first.epoch)
  expect(desk.assistant.asked[0]?.history).toEqual([])
  expect(await desk.said()).toHaveLength(4)
})

test('nothing rewrites the time a conversation started', async () => {
  const { desk, command } = await held()
  const { startedAt } = await desk.state()
  await returnToAssistant(desk.ports, desk.config, { ...command, noticeId: 'notice-1' })

  await desk.turn([question])
  await desk.turn([humanPlease])

  expect(await desk.state()).toMatchObject({ status: 'waiting', startedAt, conversation: 1, handoffs: 2 })
})

test('after an explicit return the assistant answers again', async () => {
  const { desk, command } = await held()
  await returnToAssistant(desk.ports, desk.config, { ...command, noticeId: 'notice-1' })

  await desk.turn([question])

  expect((await desk.said()).at(-1)).toBe(`assistant: ${answer}`)
})
