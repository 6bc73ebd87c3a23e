import { describe, expect, test } from 'vitest'
import { openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { passageOf } from '#tests/support/fixed-knowledge.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const returns = passageOf()
const delivery = passageOf({ title: 'Delivery', url: 'https://help.example.com/delivery', confidence: 0.8 })
const none = { passages: [], records: [] }
const link = 'https://help.example.com/returns'

const open = (knowledge: object = {}, triggers: object = {}) => {
  const desk = openCustomerDesk(testDeployed({ knowledge: { folder: 'knowledge', ...knowledge }, triggers }))
  desk.knowledge.passages = [returns, delivery]
  const lastOf = async () => (await desk.ports.threads.readMessages(threadId)).at(-1)
  return { ...desk, lastOf }
}

describe('an answer', () => {
  test('ends with the article that it rests on, and its record says which were only offered', async () => {
    const desk = open()
    desk.assistant.answer(draftOf('Within 30 days.', {}, { passages: [returns] }))

    await desk.turn(['How do I return a lamp?'])

    expect(await desk.lastOf()).toMatchObject({
      text: `Within 30 days.\n\nSource: Return an item, ${link}`,
      evidence: {
        passages: [
          { title: 'Return an item', used: true },
          { title: 'Delivery', confidence: 0.8 },
        ],
      },
    })
    expect((await desk.lastOf())?.evidence?.passages[1]).not.toHaveProperty('used')
  })

  test('goes out with its sources, for channels that show them in their own way', async () => {
    const desk = open({ cite: false })
    desk.assistant.answer(draftOf('Within 30 days.', {}, { passages: [returns] }))

    await desk.turn(['How do I return a lamp?'])

    expect(desk.ports.outbound.sent.at(-1)?.message).toMatchObject({
      text: 'Within 30 days.',
      sources: [{ title: 'Return an item', url: link }],
    })
  })

  test('is told to the agent with what it rested on, and what was only found', async () => {
    const desk = open()
    desk.assistant.answer(draftOf('Within 30 days.', {}, { passages: [returns] }))
    await desk.turn(['How do I return a lamp?'])
    await desk.turn(['I want to speak to a human, please'])

    const { handoff } = await desk.claimed(ann)

    expect(handoff.brief.tried).toMatchObject([
      { action: 'offered-article', title: 'Return an item', used: true },
      { action: 'found-article', title: 'Delivery' },
      { action: 'answered' },
    ])
  })
})

describe('an answer that names nothing', () => {
  test('is not sent: a person gets the question, and sees why', async () => {
    const desk = open()
    desk.assistant.answer(draftOf('Within 90 days, I believe.', {}, none))

    await desk.turn(['How do I return a lamp?'])

    expect((await desk.said()).join('\n')).not.toContain('90 days')
    const { handoff } = await desk.claimed(ann)
    expect(handoff).toMatchObject({
      trigger: 'outside-knowledge',
      kind: 'failure',
      fired: [{ evidence: { detail: 'no source named', score: 0, threshold: 1 } }],
    })
  })

  test('may answer a greeting', async () => {
    const desk = open()
    desk.assistant.answer(draftOf('Hello! How can I help?', {}, none))

    await desk.turn(['Good morning'])

    expect(await desk.lastOf()).toMatchObject({ author: { kind: 'assistant' }, text: 'Hello! How can I help?' })
  })

  test('may rest on what a tool told', async () => {
    const desk = open()
    const record = { tool: 'look_up_order', id: 'c-1', at: 1, why: '', input: {}, result: { status: 'shipped' } }
    desk.assistant.answer(draftOf('It is shipped.', {}, { passages: [], records: [record] }))

    await desk.turn(['How do I return a lamp?'])

    expect(await desk.lastOf()).toMatchObject({ text: 'It is shipped.', evidence: { usedTools: ['look_up_order'] } })
  })

  test('is sent where the company switched the trigger off', async () => {
    const desk = open({}, { 'outside-knowledge': { enabled: false } })
    desk.assistant.answer(draftOf('Within 90 days.', {}, none))

    await desk.turn(['How do I return a lamp?'])

    expect(await desk.lastOf()).toMatchObject({ author: { kind: 'assistant' }, text: 'Within 90 days.' })
  })
})
