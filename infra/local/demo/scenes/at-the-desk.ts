import type { HandoffView, LineView, MessageView } from '../agent.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const atTheDesk: Scene = {
  title: 'An agent changes their mind',
  what: 'Declined, given back, taken again: the customer keeps the place, and the note is for agents alone.',
  trigger: 'cancellation',
  play: async (stage) => {
    const noel = stage.customer({ id: 'u-noel', name: 'Noel' })
    const [eva, finn] = [stage.agent('retention-1', 'Eva'), stage.agent('retention-2', 'Finn')]

    await noel.says('I want to cancel my membership and close the account')
    await noel.hears('system')
    const { handoff } = await eva.claims('retention')
    await eva.givesBack(handoff.id, 'decline')
    const again = await finn.claims('retention')
    expect(again.handoff.id === handoff.id, 'the declined conversation is the next one given out')
    expect(again.handoff.startedAt === handoff.startedAt, 'its place in the line is kept')
    await finn.keeps(handoff.id)
    await finn.notes(handoff.id, 'Noel is two months into a contract of twelve.')
    await finn.givesBack(handoff.id, 'release')
    const { waiting }: LineView = await eva.line('retention')
    expect(waiting.length === 1 && waiting[0]?.handoffId === handoff.id, 'it waits again, once')

    const last = await eva.claims('retention')
    await eva.accepts(last.handoff.id)
    const mine = await eva.call<{ handoffs: HandoffView[] }>('GET', '/agents/me/handoffs')
    expect(
      mine.body.handoffs.some(({ id }) => id === handoff.id),
      'it is on the list of what the agent holds',
    )
    const thread = await finn.call<{ messages: MessageView[] }>('GET', `/conversations/${handoff.conversationId}`)
    expect(
      thread.body.messages.some(({ text }) => text.startsWith('Noel is two months')),
      'a colleague reads the note in the thread',
    )
    await noel.hearsNothing(300)
    await eva.resolves(handoff.id, 'solved')
  },
}
