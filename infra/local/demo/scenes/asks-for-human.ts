import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const asksForHuman: Scene = {
  title: 'A customer asks for a person',
  what: 'No bargaining and no article instead: the handoff is committed, and the customer is told who answers.',
  trigger: 'asked-for-human',
  play: async (stage) => {
    const sam = stage.customer({ id: 'u-sam', name: 'Sam', verified: { email: 'sam@example.com' } })
    const ada = stage.agent('care-1', 'Ada')

    await sam.says('hi, can I talk to someone real please?')
    const notice = await sam.hears('system')
    expect(notice.text.includes('Customer Care'), 'the notice names the team')
    const { handoff } = await ada.claims('care')
    expect(handoff.trigger === 'asked-for-human' && handoff.kind === 'failure', 'the trigger is asked-for-human')
    await ada.replies(handoff.id, 'Hello Sam, this is Ada. What can I do for you?')
    const reply = await sam.hears('agent')

    expect(!stage.line.showsAuthors || reply.name !== undefined, 'the customer sees who is writing')
    await ada.resolves(handoff.id, 'solved')
  },
}
