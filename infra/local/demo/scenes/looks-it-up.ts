import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const looksItUp: Scene = {
  title: 'The assistant looks something up',
  what: "It asks the company's own orders for the customer who was verified, and the agent reads what it was told.",
  trigger: 'asked-for-human',
  needsOrders: true,
  play: async (stage) => {
    const mira = stage.customer({ id: 'u-mira', name: 'Mira' })
    // Whatever channel they write on: the company says which account is theirs.
    const profile = { name: 'Mira', account: 'mira' }
    const { status } = await stage
      .agent('admin', 'Admin')
      .call('PUT', `/customers/${encodeURIComponent(mira.id)}`, profile)
    expect(status === 200, `the customer is stored (answered ${status})`)
    const ada = stage.agent('care-1', 'Ada')

    await mira.says('Where is my order 1077?')
    const answer = await mira.hears('assistant')
    expect(/arrives on 2026-11-27/.test(answer.text), 'the answer comes from the orders')
    await mira.says('And where is my order 1080?')
    const other = await mira.hears('assistant')
    expect(/no order 1080/.test(other.text), "somebody else's order is not told")
    await mira.says('Can I talk to a person about it?')
    await mira.hears('system')
    const { handoff } = await ada.claims('care')

    const records = handoff.brief.records.filter(({ source }) => source === 'look_up_order')
    expect(records.length === 2, `the brief holds both records (it has ${records.length})`)
    expect(
      records.every(({ why }) => why),
      'and why they were fetched',
    )
    await ada.resolves(handoff.id, 'solved')
  },
}
