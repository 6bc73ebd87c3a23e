import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const billingDispute: Scene = {
  title: 'A billing dispute, on the first message',
  what: 'A flagged topic goes to its team whatever the assistant could say about it, here in German.',
  trigger: 'billing-dispute',
  play: async (stage) => {
    const tilda = stage.customer({ id: 'u-tilda', name: 'Tilda' })
    const cleo = stage.agent('billing-1', 'Cleo')

    await tilda.says('Mir wurde die Lampe zweimal abgebucht, ich will mein Geld zurück!')
    const notice = await tilda.hears('system')
    expect(
      /Billing/.test(notice.text) && /[Ss]ie|Ihnen|Ihr/.test(notice.text),
      'the notice is German and names the team',
    )
    const { handoff } = await cleo.claims('billing')
    expect(handoff.trigger === 'billing-dispute' && handoff.kind === 'topic', 'the topic is billing-dispute')
    await cleo.replies(handoff.id, 'Guten Tag Tilda, ich sehe die doppelte Abbuchung und erstatte sie sofort.')
    await tilda.hears('agent')
    await cleo.resolves(handoff.id, 'solved')
  },
}
