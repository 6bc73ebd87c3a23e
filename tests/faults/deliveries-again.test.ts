import { expect, test } from 'vitest'
import { resolve } from '#shared/handoff/resolve.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { onEachTable } from '#tests/support/each-table.ts'

const burst = (name: string) => Array.from({ length: 10 }, (_, n) => `${name}${n}`)
const busy = ['a', 'b', 'c', 'd', 'e'].map(burst)

onEachTable((fresh) => {
  test('a delivery is known again behind messages so long that a page holds few of them', async () => {
    const desk = openCustomerDesk(undefined, await fresh())
    const deliveries = Array.from({ length: 6 }, (_, n) => desk.arrives(`${n} ${'x'.repeat(250_000)}`))
    for (const delivery of deliveries) await desk.turn([delivery])
    const before = (await desk.said()).length

    for (const delivery of deliveries) await desk.turn([delivery])

    expect(await desk.said()).toHaveLength(before)
  })

  test('a thread becomes busy though another one has a delivery of the same id', async () => {
    const desk = openCustomerDesk(undefined, await fresh())
    await desk.commit([{ kind: 'delivery-seen', threadId: 'another', dedupeId: 'once', at: desk.ports.clock() }])
    await desk.turn([desk.arrives('Hello', 'once')])

    for (const messages of busy) await desk.turn(messages)

    expect((await desk.said()).filter((line) => line.startsWith('customer'))).toHaveLength(51)
  })

  test('a thread becomes busy though a mark outlived the erasure of what it stood for', async () => {
    const desk = openCustomerDesk(undefined, await fresh())
    await desk.commit([{ kind: 'delivery-seen', threadId, dedupeId: 'once', at: desk.ports.clock() }])
    await desk.turn([desk.arrives('Hello', 'once')])

    for (const messages of busy) await desk.turn(messages)

    expect((await desk.said()).filter((line) => line.startsWith('customer'))).toHaveLength(51)
  })

  test('I7 a conversation whose message came in the very moment in which the one before it began can be ended as well', async () => {
    const desk = openCustomerDesk(undefined, await fresh())
    const ended = async () => {
      const { handoff } = await desk.claimed()
      await resolve(desk.ports, desk.config, { ...desk.request(ann, handoff.id), outcome: 'solved', noteId: 'note' })
      return (await desk.state()).status
    }
    const [first, delayed] = [desk.arrives(humanPlease, 'first'), desk.arrives(humanPlease, 'delayed')]
    await desk.turn([first])
    expect(await ended()).toBe('closed')

    await desk.turn([delayed])

    expect(await ended()).toBe('closed')
    expect(await desk.ports.threads.readConversations(threadId)).toHaveLength(2)
  })
})
