import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const twoAgents: Scene = {
  title: 'Two agents and one line',
  what: 'Whoever began first is served first. One thread from the assistant to a person, to another team, and back.',
  play: async (stage) => {
    const ivy = stage.customer({ id: 'u-ivy', name: 'Ivy' })
    const jan = stage.customer({ id: 'u-jan', name: 'Jan' })
    const [mia, leo] = [stage.agent('care-1', 'Mia'), stage.agent('care-2', 'Leo')]
    const bo = stage.agent('billing-1', 'Bo')

    await ivy.says('How many days do I have to return a sofa?')
    await ivy.hears('assistant')
    await jan.says('I want a human')
    await jan.hears('system')
    stage.tell.fact('Ivy asks for a person after Jan did, but her conversation began before his.')
    await ivy.says('Let me speak to a person')
    await ivy.hears('system')
    const { waiting } = await mia.line('care')
    expect(waiting.length === 2, `two conversations wait (${waiting.length})`)

    const first = await mia.claims('care')
    const second = await leo.claims('care')
    expect(first.handoff.startedAt < second.handoff.startedAt, 'the longest conversation is claimed first')
    expect(first.handoff.id === waiting[0]?.handoffId, 'the line shows the order that claims follow')

    await mia.replies(first.handoff.id, 'Hello Ivy, Mia here. Is it about an order of yours?')
    await ivy.hears('agent')
    await leo.transfers(second.handoff.id, 'billing', 'a question about his invoice')
    await jan.hears('system')
    const third = await bo.claims('billing')
    expect(third.handoff.startedAt === second.handoff.startedAt, 'the place in the line is kept over the transfer')
    await bo.replies(third.handoff.id, 'Hello Jan, Bo from Billing. I am looking at it.')
    await jan.hears('agent')
    await bo.resolves(third.handoff.id, 'solved')

    await mia.returns(first.handoff.id)
    await ivy.hears('system')
    await ivy.says('Do you deliver sofas to Austria?')
    await ivy.hears('assistant')
    await ivy.hearsNothing(300)
  },
}
