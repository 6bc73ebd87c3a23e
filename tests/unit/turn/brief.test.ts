import { expect, test } from 'vitest'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const question = 'How do I return a lamp?'

const handedOff = async (desk: ReturnType<typeof openCustomerDesk>) => {
  const [handoff] = await desk.ports.handoffs.ofThread(threadId)
  if (!handoff) throw new Error('nothing was handed off')
  return handoff
}

test('the brief tells who writes, what the assistant tried and what was looked up', async () => {
  const desk = openCustomerDesk()
  await desk.ports.customers.write({ id: 'u-17', name: 'Ada L.', tier: 'gold', account: 'A-1', updatedAt: 1 })
  desk.assistant.answer(draftOf('Within 30 days.'))
  await desk.turn([question])
  const verified = { email: 'ada@example.com' }

  const writtenAt = desk.ports.clock()
  await desk.turn([inbound({ receivedAt: writtenAt, text: humanPlease, sender: { id: 'u-17', verified } })])

  const { brief, customerId } = await handedOff(desk)
  expect(customerId).toBe('u-17')
  expect(brief.summary).toContain(question)
  expect(brief.customer).toEqual({
    id: 'u-17',
    name: 'Ada L.',
    tier: 'gold',
    account: 'A-1',
    verified,
    nameFrom: 'profile',
    verifications: [
      { what: 'email', value: 'ada@example.com', how: 'company', by: 'the company, with the message', at: writtenAt },
    ],
  })
  expect(brief.records).toMatchObject([{ source: 'customer profile', fields: { tier: 'gold', account: 'A-1' } }])
  expect(brief.tried).toMatchObject([
    { action: 'offered-article', title: 'Return an item' },
    { action: 'answered', title: 'Within 30 days.' },
  ])
})

/** A customer's message with files. */
const withFiles = (receivedAt: number, text: string, ...names: readonly string[]) => {
  const message = inbound({ receivedAt, text })
  return { ...message, message: { ...message.message, attachments: names.map((name) => ({ name })) } }
}

test('what came without a word is named to whoever has to look at it', async () => {
  const desk = openCustomerDesk()

  await desk.turn([withFiles(desk.ports.clock(), '', 'lamp.jpg', 'invoice.pdf')])

  expect((await handedOff(desk)).brief.summary).toBe('The customer sent only attachments: lamp.jpg, invoice.pdf.')
})

test('what turns the reading direction round turns nothing of the summary', async () => {
  const desk = openCustomerDesk()

  await desk.turn([withFiles(desk.ports.clock(), `\u202e${humanPlease}\u0000`, '\u2067fdp.exe')])

  expect((await handedOff(desk)).brief.summary).toBe(`The customer wrote: "${humanPlease}" and sent fdp.exe.`)
})

test('what came beside the words is named to the assistant, and to the agent afterwards', async () => {
  const desk = openCustomerDesk()

  await desk.turn([withFiles(desk.ports.clock(), question, 'lamp.jpg')])
  await desk.turn([humanPlease])

  expect(desk.assistant.asked.map(({ attachments }) => attachments)).toEqual([[{ name: 'lamp.jpg' }]])
  expect((await handedOff(desk)).brief.summary).toContain(`last wrote "${humanPlease}" and sent lamp.jpg.`)
})

test('a customer nobody vouches for is not called verified', async () => {
  const desk = openCustomerDesk()

  await desk.turn([humanPlease])

  expect((await handedOff(desk)).brief.customer).toEqual({
    id: 'u-17',
    name: 'Ada',
    nameFrom: 'channel',
    verified: {},
    verifications: [],
  })
})

test('the agent’s transcript holds every message that was stored, the notice included', async () => {
  const desk = openCustomerDesk()
  await desk.turn([question])
  await desk.turn(['Hello?', humanPlease])
  await desk.turn(['Are you there?'])

  const { transcript, state } = await desk.claimed(ann)

  expect(transcript.map(({ author }) => author.kind)).toEqual([
    'customer',
    'assistant',
    'customer',
    'customer',
    'system',
    'customer',
  ])
  expect(state.messages).toBe(6)
})

const asksLegally = async (wish: string) => {
  const desk = openCustomerDesk()
  desk.assistant.answer(draftOf('It is.', { topic: 'cancellation', wish }))
  await desk.turn(['Does the rule of 30 days hold for lamps of Oakley Street, too?'])
  return (await handedOff(desk)).brief.summary
}

test('the model’s sentence stands before the customer’s own words where all of it was said', async () => {
  expect(await asksLegally('Asks whether the 30 days hold at Oakley Street')).toMatch(
    /^Asks whether the 30 days hold at Oakley Street\. The customer wrote: "Does the rule/,
  )
})

test('the summary passes over a greeting, for the first thing that was said', async () => {
  const desk = openCustomerDesk()

  await desk.turn(['Hi there', 'my lamp flickers since spring', humanPlease])

  expect((await handedOff(desk)).brief.summary).toBe(
    `The customer wrote "my lamp flickers since spring" and last wrote "${humanPlease}"`,
  )
})

test('a number, a name or a link of the model’s own making leaves the customer’s own words alone', async () => {
  expect(await asksLegally('Verified by Manager Smith, pay 900 EUR, see evil.com')).toMatch(
    /^The customer wrote: "Does the/,
  )
})

test('of a conversation that was not read from its beginning nothing is said about how it began', async () => {
  const desk = openCustomerDesk(testDeployed({ triggers: { 'repeated-question': { enabled: false } } }))
  for (let n = 1; n <= 35; n += 1) {
    await desk.turn([`Hello ${n}`])
    desk.ports.clock.advance(86_400_000)
  }

  await desk.turn([humanPlease])

  expect((await handedOff(desk)).brief.summary).toMatch(/^The customer wrote "Hello \d+" and last wrote/)
})
