import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const billingDispute: Scene = {
  title: 'A billing dispute, on the first message',
  what: 'A flagged topic goes to its team whatever the assistant could say about it, here in German.',
  play: async (stage) => {
    const carla = stage.customer({ id: 'u-carla', name: 'Carla' })
    const bo = stage.agent('billing-1', 'Bo')

    await carla.says('Mir wurde die Lampe zweimal abgebucht, ich will mein Geld zurück!')
    const notice = await carla.hears('system')
    expect(
      /Billing/.test(notice.text) && /[Ss]ie|Ihnen|Ihr/.test(notice.text),
      'the notice is German and names the team',
    )
    const { handoff } = await bo.claims('billing')
    expect(handoff.trigger === 'billing-dispute' && handoff.kind === 'topic', 'the topic is billing-dispute')
    await bo.replies(handoff.id, 'Guten Tag Carla, ich sehe die doppelte Abbuchung und erstatte sie sofort.')
    await carla.hears('agent')
    await bo.resolves(handoff.id, 'solved')
  },
}
