import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const asksForHuman: Scene = {
  title: 'A customer asks for a person',
  what: 'No bargaining and no article instead: the handoff is committed, and the customer is told who answers.',
  play: async (stage) => {
    const ben = stage.customer({ id: 'u-ben', name: 'Ben', verified: { email: 'ben@example.com' } })
    const mia = stage.agent('care-1', 'Mia')

    await ben.says('hi, can I talk to someone real please?')
    const notice = await ben.hears('system')
    expect(notice.text.includes('Customer Care'), 'the notice names the team')
    const { handoff } = await mia.claims('care')
    expect(handoff.trigger === 'asked-for-human' && handoff.kind === 'failure', 'the trigger is asked-for-human')
    await mia.replies(handoff.id, 'Hello Ben, this is Mia. What can I do for you?')
    const reply = await ben.hears('agent')

    expect(reply.name !== undefined, 'the customer sees who is writing')
    await mia.resolves(handoff.id, 'solved')
  },
}
