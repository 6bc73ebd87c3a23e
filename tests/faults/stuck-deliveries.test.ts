import { expect, test } from 'vitest'
import { deliverGroup } from '#shared/thread/deliver-group.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'

test('I6 a notice whose hand-over was lost goes out before the answer that overtook it, and neither waits for the other', async () => {
  const desk = openCustomerDesk()
  const { ports } = desk
  const delivery = desk.arrives(humanPlease)
  ports.outbound.failure = new Error('the function ended')
  await expect(desk.turn([delivery])).rejects.toThrow()
  ports.outbound.failure = undefined
  const { handoff } = await desk.claimed(ann)
  await desk.say(ann, handoff.id, 'I have your file.')
  await desk.turn([delivery])

  // The notice stands behind the answer in the queue, as the queue brings it back after the crash.
  expect(ports.outbound.sent.map(({ message }) => message.author.kind)).toEqual(['agent', 'system', 'agent'])
  const sent: string[] = []
  const back = await deliverGroup(
    {
      ...ports,
      store: ports.deliveries,
      sender: {
        send: async ({ message }) => {
          sent.push(message.author.kind)
          return { kind: 'sent' }
        },
      },
      postpone: async () => {},
    },
    ports.outbound.sent.map((body, n) => ({ id: `record-${n}`, receipt: `receipt-${n}`, body, receiveCount: 2 })),
  )

  expect(sent).toEqual(['system', 'agent'])
  expect(back).toEqual([])
})
