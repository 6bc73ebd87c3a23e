import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const highValueAccount: Scene = {
  title: 'A high-value account',
  what: 'The company told us who its largest customers are; whatever they write, a person answers.',
  trigger: 'high-value-account',
  play: async (stage) => {
    const admin = stage.agent('admin', 'Admin')
    const yuki = stage.customer({ id: 'u-yuki', name: 'Yuki' })
    const { status } = await admin.call('PUT', `/customers/${encodeURIComponent(yuki.id)}`, {
      name: 'Yuki Sato',
      tier: 'platinum',
      value: 48_000,
    })
    expect(status === 200, `the customer is stored (answered ${status})`)
    const eva = stage.agent('retention-1', 'Eva')

    await yuki.says('Which bulbs fit the Alba floor lamp?')
    await yuki.hears('system')
    const { handoff } = await eva.claims('retention')

    expect(handoff.trigger === 'high-value-account', `the trigger is high-value-account (it is ${handoff.trigger})`)
    expect(handoff.brief.customer.tier === 'platinum', 'the brief shows the tier')
    await eva.resolves(handoff.id, 'solved')
  },
}
