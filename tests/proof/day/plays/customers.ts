import { expect } from '#infra/local/demo/expect.ts'
import type { Play } from '../day.ts'
import { stateOf } from '../table.ts'

export const erasure: Play = {
  title: 'customers are known, and erased while they wait, while an agent has them, and when nothing is open',
  play: async (day) => {
    const admin = day.agent('admin', 'Admin')
    const waits = await day.waitingFor('care')
    const done = day.customer({ id: 'u-done', name: 'Dora' })
    await done.says('How many days do I have to return a lamp?')
    await done.hears('assistant')
    const put = await admin.call('PUT', '/customers/u-done', { name: 'Dora', tier: 'silver', value: 120 })
    expect(put.status === 200, `a profile is stored (answered ${put.status})`)
    const held = await day.waitingFor('retention')
    await day.agent('retention-1', 'Eva').claims('retention')

    for (const customer of [waits, done, held]) {
      const { status } = await admin.call('DELETE', `/customers/${customer.identity.id}`)
      expect(status === 200, `${customer.identity.id} is erased (answered ${status})`)
      expect((await stateOf(day, customer.thread)) === undefined, 'nothing is left of their thread')
    }
  },
}
