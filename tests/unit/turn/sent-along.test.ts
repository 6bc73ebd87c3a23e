import { expect, test } from 'vitest'
import { attachmentKey } from '#shared/attachment/attachment-store.ts'
import { keepingMs } from '#shared/attachment/keep-attachments.ts'
import { eraseCustomer } from '#shared/handoff/erase-customer.ts'
import { channelFiles, fetched, png } from '#tests/support/channel-files.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const question = 'How do I return a lamp?'
const photo = { id: 'a', name: 'photo.png' }
const reading = (reads: ('images' | 'documents')[] = ['images', 'documents']) =>
  testDeployed({ model: { id: 'us.amazon.nova-2-lite-v1:0', reads } })

const open = (files = channelFiles({ a: () => fetched(png()) }), deployed = reading()) => {
  const desk = openCustomerDesk(deployed, undefined, files.ports)
  desk.assistant.answer(draftOf('Within 30 days.'))
  const withPhoto = (text: string) => {
    const arrived = desk.arrives(text)
    return { ...arrived, message: { ...arrived.message, attachments: [photo] } }
  }
  const stored = async () =>
    (await desk.ports.threads.readMessages(threadId)).flatMap(({ attachments = [] }) => attachments)
  return { desk, files, withPhoto, stored }
}

test('a picture beside a question is kept and shown; the answer is stored as ever', async () => {
  const { desk, files, withPhoto, stored } = open()
  const message = withPhoto(question)

  await desk.turn([message])

  const [customers] = await desk.ports.threads.readMessages(threadId)
  expect(await stored()).toEqual([{ ...photo, kept: { contentType: 'image/png', size: 100 } }])
  expect([...files.files.keys()]).toEqual([attachmentKey({ threadId, messageId: customers?.id ?? '', index: 0 })])
  expect(desk.assistant.asked[0]).toMatchObject({ files: [{ kind: 'image', format: 'png' }], attachments: [] })
  expect(await desk.said()).toEqual([`customer: ${question}`, 'assistant: Within 30 days.'])
})

test('a model that reads no pictures is told of it and shown nothing', async () => {
  const { desk, withPhoto } = open(undefined, reading([]))

  await desk.turn([withPhoto(question)])

  expect(desk.assistant.asked[0]).toMatchObject({ files: [], attachments: [photo] })
})

test('the next turn names it in its history, and holds nothing in hand any more', async () => {
  const { desk, withPhoto } = open(channelFiles({ a: () => fetched(png(100)) }, 100))

  await desk.turn([withPhoto(question)])
  await desk.turn([withPhoto(question)])

  expect(desk.assistant.asked.map(({ files }) => files?.length)).toEqual([1, 1])
})

test('whoever waits for a person, or is talking to one, has their files kept as well', async () => {
  const { desk, withPhoto, stored } = open()
  await desk.turn([humanPlease])

  await desk.turn([withPhoto('this one')])
  await desk.claimed()
  await desk.turn([withPhoto('and this one')])

  expect((await stored()).map(({ kept }) => kept?.contentType)).toEqual(['image/png', 'image/png'])
})

test('a picture without a word is kept, and a person gets it with the brief saying so', async () => {
  const { desk, withPhoto } = open()

  await desk.turn([withPhoto('')])

  const { handoff } = await desk.claimed()
  expect(handoff.brief.summary).toContain('photo.png (image/png, 100 bytes)')
})

test('what could not be kept is in the brief with its cause, and the handoff stands', async () => {
  const { desk, withPhoto } = open(channelFiles())

  await desk.turn([withPhoto('')])

  const { handoff } = await desk.claimed()
  expect(handoff.brief.summary).toContain('photo.png (no copy: its channel did not hand it out)')
})

test('a delivery that comes again is not fetched again', async () => {
  const { desk, files, withPhoto } = open()
  const message = withPhoto(question)

  await desk.turn([message])
  await desk.turn([message])

  expect(files.asked).toEqual(['a'])
})

test('a turn that is planned anew fetches once', async () => {
  const { desk, files, withPhoto, stored } = open()
  await desk.turn([question])

  desk.meanwhile(() => desk.turn(['and another one']))
  await desk.turn([withPhoto(question)])

  expect(files.asked).toEqual(['a'])
  expect(await stored()).toMatchObject([{ kept: { size: 100 } }])
})

test('the third try hands over without touching the files that may have broken the others', async () => {
  const { desk, files, withPhoto, stored } = open()

  await desk.turn([withPhoto(question)], { thirdTry: true })

  expect(files.asked).toEqual([])
  expect(await stored()).toEqual([{ ...photo, notKept: 'no-time' }])
})

test('an erasure between fetching and storing leaves no message that names a file which is gone', async () => {
  const { desk, files, withPhoto, stored } = open()
  const message = withPhoto(question)
  await desk.turn([question])
  const threadsOf = async () => [threadId]
  const eraseThread = async () => {
    const pk = `THREAD#${threadId}`
    for (const { sk } of desk.ports.table.query(pk, '')) desk.ports.table.remove({ pk, sk })
    return true
  }
  const erasure = {
    threadsOf,
    eraseThread,
    peopleOf: async (id: string) => ({ ids: [id], identities: [] }),
    withoutProfile: async () => [],
    readThread: async () => ({ threadId, messages: [], conversations: [], handoffs: [], people: [], records: 1 }),
    emptyPart: async () => true,
    eraseProfile: async () => 0,
    eraseSender: async () => 0,
  }

  desk.meanwhile(() => eraseCustomer({ ...desk.ports, erasure, attachments: files.ports.store }, 'u-17'))
  await desk.turn([message])

  expect(files.files.size).toBe(1)
  expect(await stored()).toMatchObject([{ kept: { size: 100 } }])
})

test('keeping takes less time than the door and the model leave', () => {
  const { turnBudgetSeconds } = reading().config.model

  expect(keepingMs / 1_000 + Math.max(turnBudgetSeconds, 30)).toBeLessThanOrEqual(40)
})
