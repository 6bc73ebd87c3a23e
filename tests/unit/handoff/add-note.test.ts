import { expect, test } from 'vitest'
import { addNote } from '#shared/handoff/add-note.ts'
import { KeyReusedError } from '#shared/handoff/errors.ts'
import { ann } from '#tests/support/desk.ts'
import { openHeldDesk } from '#tests/support/held-desk.ts'

test('a note has its place in the thread, and is never sent', async () => {
  const { desk, id, held } = await openHeldDesk()

  const note = await addNote(desk.ports, { ...desk.request(ann, id), text: 'refund is due', messageId: 'note' })

  expect(note).toMatchObject({ text: 'refund is due', internal: true, author: { kind: 'agent', id: 'ann' } })
  expect(note).not.toHaveProperty('delivery')
  expect((await desk.ports.threads.readMessages(held.state.threadId)).at(-1)).toEqual(note)
  expect(desk.ports.outbound.sent).toEqual([])
})

test('a note is counted for the receipt, and neither accepts the handoff nor counts as an answer', async () => {
  const { desk, id } = await openHeldDesk()

  await addNote(desk.ports, { ...desk.request(ann, id), text: 'refund is due', messageId: 'note' })

  const { state, handoff } = await desk.read(id)
  expect(state).toMatchObject({ messages: 3 })
  expect(state).not.toHaveProperty('acceptedAt')
  expect(handoff).not.toHaveProperty('firstReplyAt')
})

test('a repeated note returns the stored one', async () => {
  const { desk, id } = await openHeldDesk()
  const command = { ...desk.request(ann, id), text: 'refund is due', messageId: 'note' }
  const note = await addNote(desk.ports, command)
  await desk.say(ann, id, 'Hello')

  expect(await addNote(desk.ports, command)).toEqual(note)
})

test('a key that is used again for another note is refused', async () => {
  const { desk, id } = await openHeldDesk()
  const command = { ...desk.request(ann, id), text: 'refund is due', messageId: 'note' }
  await addNote(desk.ports, command)

  await expect(addNote(desk.ports, { ...command, text: 'refund is not due' })).rejects.toThrow(KeyReusedError)
})
