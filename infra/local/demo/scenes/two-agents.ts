import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const twoAgents: Scene = {
  title: 'Two agents and one line',
  what: 'Whoever began first is served first. One thread from the assistant to a person, to another team, and back.',
  play: async (stage) => {
    const zoe = stage.customer({ id: 'u-zoe', name: 'Zoe' })
    const theo = stage.customer({ id: 'u-theo', name: 'Theo' })
    const [ada, ben] = [stage.agent('care-1', 'Ada'), stage.agent('care-2', 'Ben')]
    const cleo = stage.agent('billing-1', 'Cleo')

    await zoe.says('How many days do I have to return a sofa?')
    await zoe.hears('assistant')
    await theo.says('I want a human')
    await theo.hears('system')
    stage.tell.fact('Zoe asks for a person after Theo did, but her conversation began before his.')
    await zoe.says('Let me speak to a person')
    await zoe.hears('system')
    const { waiting } = await ada.line('care')
    expect(waiting.length === 2, `two conversations wait (${waiting.length})`)

    const first = await ada.claims('care')
    const second = await ben.claims('care')
    expect(first.handoff.startedAt < second.handoff.startedAt, 'the longest conversation is claimed first')
    expect(first.handoff.id === waiting[0]?.handoffId, 'the line shows the order that claims follow')

    await ada.replies(first.handoff.id, 'Hello Zoe, Ada here. Is it about an order of yours?')
    await zoe.hears('agent')
    await ben.transfers(second.handoff.id, 'billing', 'a question about his invoice')
    await theo.hears('system')
    const third = await cleo.claims('billing')
    expect(third.handoff.startedAt === second.handoff.startedAt, 'the place in the line is kept over the transfer')
    await cleo.replies(third.handoff.id, 'Hello Theo, Cleo from Billing. I am looking at it.')
    await theo.hears('agent')
    await cleo.resolves(third.handoff.id, 'solved')

    await ada.returns(first.handoff.id)
    await zoe.hears('system')
    await zoe.says('Do you deliver sofas to Austria?')
    await zoe.hears('assistant')
    await zoe.hearsNothing(300)
  },
}
