import { describe, expect, test } from 'vitest'
import type { Handoff } from '#shared/handoff/handoff.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'

const goodbye = 'No longer needed, thank you'

const waiting = async (words = humanPlease): Promise<CustomerDesk> => {
  const desk = openCustomerDesk()
  await desk.turn([words])
  return desk
}

const handoffOf = async (desk: CustomerDesk): Promise<Handoff> => {
  const [handoff] = await desk.ports.handoffs.ofThread(threadId)
  if (!handoff) throw new Error('nothing was handed off')
  return handoff
}

const expectToWait = async (desk: CustomerDesk): Promise<void> => {
  expect(await desk.state()).toMatchObject({ status: 'waiting', epoch: 2 })
  expect(await handoffOf(desk)).toMatchObject({ status: 'waiting' })
  expect((await desk.ports.line.head('care', () => 0)).first).toBeDefined()
  expect(desk.ports.outbound.sent).toHaveLength(1)
}

test('who needs nobody any more leaves the line, is told so once, and the handoff says in which words', async () => {
  const desk = await waiting()

  await desk.turn([goodbye])

  const state = await desk.state()
  expect(state).toMatchObject({ status: 'closed', epoch: 3, messages: 4, timerAt: expect.any(Number) })
  expect(state).not.toHaveProperty('team')
  expect(state).not.toHaveProperty('handoffId')
  expect(await handoffOf(desk)).toMatchObject({
    status: 'closed',
    epoch: 3,
    outcome: 'customer-left',
    endedBy: 'customer',
    left: { matched: goodbye },
  })
  expect(await desk.ports.threads.readConversations(threadId)).toMatchObject([
    { id: state.conversationId, messages: 4, outcome: 'customer-left' },
  ])
  expect((await desk.ports.line.head('care', () => 0)).first).toBeUndefined()
  expect((await desk.said()).at(-1)).toMatch(/^system: All right: you are no longer waiting for our Customer Care team/)
  expect(desk.ports.outbound.sent).toHaveLength(2)
})

test('nobody is asked, neither the model nor the knowledge', async () => {
  const desk = await waiting()

  await desk.turn([goodbye])

  expect([desk.assistant.asked, desk.knowledge.asked]).toEqual([[], []])
})

test('the ticket that is left over is dropped by the next claim, which finds nobody', async () => {
  const desk = await waiting()
  await desk.turn([goodbye])
  expect(desk.ports.tickets.visible('care')).toBe(1)

  expect(await desk.claim(ann)).toBeUndefined()

  expect(desk.ports.tickets.visible('care')).toBe(0)
})

test('what they write next begins anew', async () => {
  const desk = await waiting()
  await desk.turn([goodbye])

  await desk.turn(['How do I return a lamp?'])

  expect(await desk.state()).toMatchObject({ status: 'assistant', epoch: 4, conversation: 2 })
})

test('a repeated delivery neither leaves again nor begins anew', async () => {
  const desk = await waiting()
  const said = desk.arrives(goodbye, 'bye')
  await desk.turn([said])

  await desk.turn([said])

  expect(await desk.state()).toMatchObject({ status: 'closed', epoch: 3, conversation: 1, messages: 4 })
})

test('a bare "never mind" counts as the answer to what they were told', async () => {
  const desk = await waiting()

  await desk.turn(['Never mind'])

  expect(await desk.state()).toMatchObject({ status: 'closed' })
})

test('a burst leaves when all of it says so', async () => {
  const desk = await waiting()

  await desk.turn(['Never mind', 'I found it', 'Thanks!'])

  expect(await handoffOf(desk)).toMatchObject({ outcome: 'customer-left', left: { matched: 'Never mind' } })
})

describe('who may still need a person stays', () => {
  test('one who says it about their own last question', async () => {
    const desk = await waiting()
    await desk.turn(['Do you also need my number?'])

    await desk.turn(['Never mind'])

    await expectToWait(desk)
  })

  test('one whose burst says more', async () => {
    const desk = await waiting()

    await desk.turn([goodbye, 'But my invoice is wrong'])

    await expectToWait(desk)
  })

  test('one who only thanks', async () => {
    const desk = await waiting()

    await desk.turn(['Thank you'])

    await expectToWait(desk)
  })

  test('one who sends something along', async () => {
    const desk = await waiting()
    const said = desk.arrives(goodbye)
    const attachments = [{ name: 'lamp.jpg', url: 'https://files.example.com/lamp.jpg' }]

    await desk.turn([{ ...said, message: { ...said.message, attachments } }])

    await expectToWait(desk)
  })

  test('one on whose thread another person says it', async () => {
    const desk = await waiting()
    const said = inbound({ receivedAt: desk.ports.clock(), text: goodbye, sender: { id: 'u-18', verified: {} } })

    await desk.turn([said])

    await expectToWait(desk)
  })

  test('one on whose thread another person writes first, and then says it', async () => {
    const desk = await waiting()
    const another = (text: string) =>
      inbound({ text, receivedAt: desk.ports.clock(), sender: { id: 'u-99', name: 'Bob', verified: {} } })
    await desk.turn([another('Hello there')])

    await desk.turn([another(goodbye)])

    await expectToWait(desk)
  })

  test('one beside whom another waits for an answer', async () => {
    const desk = await waiting()
    const sender = { id: 'u-99', name: 'Bob', verified: {} }
    await desk.turn([inbound({ text: 'I need them too', receivedAt: desk.ports.clock(), sender })])

    await desk.turn([goodbye])

    await expectToWait(desk)
  })

  test('one whose place another has talked about for long', async () => {
    const desk = await waiting()
    const another = (text: string) =>
      inbound({ text, receivedAt: desk.ports.clock(), sender: { id: 'u-99', name: 'Bob', verified: {} } })
    for (let page = 0; page < 7; page++) await desk.turn(Array.from({ length: 10 }, () => another('And another thing')))

    await desk.turn([another(goodbye)])

    await expectToWait(desk)
  })

  test('one after whom another has signed in at the same browser', async () => {
    const desk = openCustomerDesk()
    const visitor = (text: string, id: string) =>
      inbound({
        text,
        receivedAt: desk.ports.clock(),
        sender: { id: 'visitor-9', verified: {}, signedIn: { id, verified: {} } },
      })
    await desk.turn([visitor(humanPlease, 'c-1')])
    await desk.turn([visitor('Hello there', 'c-2')])

    await desk.turn([visitor(goodbye, 'c-2')])

    await expectToWait(desk)
  })

  test('one who was in distress', async () => {
    const desk = await waiting('I want to kill myself')
    expect((await handoffOf(desk)).trigger).toBe('distress')

    await desk.turn([goodbye])

    await expectToWait(desk)
  })

  test('one whose words could not be thought about', async () => {
    const desk = await waiting()

    await desk.turn([goodbye], { thirdTry: true })

    await expectToWait(desk)
  })
})

test('whom an agent has claimed is the agent’s to let go', async () => {
  const desk = await waiting()
  await desk.claimed(ann)

  await desk.turn([goodbye])

  expect(await desk.state()).toMatchObject({ status: 'claimed', agentId: 'ann' })
  expect(desk.ports.outbound.sent).toHaveLength(1)
})

test('whom an agent claims in that moment stays with the agent', async () => {
  const desk = await waiting()
  desk.meanwhile(() => desk.claimed(ann))

  await desk.turn([goodbye])

  expect(await desk.state()).toMatchObject({ status: 'claimed', agentId: 'ann' })
  expect(await handoffOf(desk)).toMatchObject({ status: 'claimed' })
  expect(await desk.said()).toContain(`customer: ${goodbye}`)
})

test.each([{ status: 'returned' as const }, { epoch: 9 }])(
  'a handoff that says %j by then is not written over',
  async (set) => {
    const desk = await waiting()
    const { id } = await handoffOf(desk)
    desk.meanwhile(() => desk.commit([{ kind: 'handoff-changed', handoffId: id, patch: { expect: {}, set } }]))

    await desk.turn([goodbye]).catch(() => undefined)

    expect(await handoffOf(desk)).toMatchObject(set)
    expect(await handoffOf(desk)).not.toHaveProperty('outcome')
  },
)

test('an answer that got lost after the commit is sent by the repeated turn', async () => {
  const desk = await waiting()
  const said = desk.arrives(goodbye, 'bye')
  desk.ports.outbound.failure = new Error('the queue is away')
  await expect(desk.turn([said])).rejects.toThrow('the queue is away')
  desk.ports.outbound.failure = undefined

  await desk.turn([said])

  expect(desk.ports.outbound.sent.at(-1)).toMatchObject({ message: { author: { kind: 'system' } } })
})
