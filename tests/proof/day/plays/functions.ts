import { expect } from '#infra/local/demo/expect.ts'
import { warrantyTool } from '#infra/local/orders/warranties.ts'
import type { Day, Play } from '../day.ts'

/** Of a configuration that declares the function. */
export const asksFunction: Play = {
  title: 'A function of the company is asked, for the customer alone',
  play: async (day) => {
    const mira = day.customer({ id: 'u-mira-2', name: 'Mira' })
    const profile = { name: 'Mira', account: 'mira' }
    const { status } = await day
      .agent('admin', 'Admin')
      .call('PUT', `/customers/${encodeURIComponent(mira.id)}`, profile)
    expect(status === 200, `the customer is stored (answered ${status})`)

    await mira.says('How long is the warranty of LO-90417?')
    const own = await mira.hears('assistant')
    expect(/until 2029-03-01/.test(own.text), `the answer comes from the function (it is: ${own.text})`)
    await mira.says('And how long is the warranty of LO-88120?')
    const other = await mira.hears('assistant')
    expect(/no product LO-88120/.test(other.text), "somebody else's product is not told")
    await mira.says('I want to talk to a human')
    await mira.hears('system')
    const ada = day.agent('care-1', 'Ada')
    const { handoff } = await ada.claims('care')

    const records = handoff.brief.records.filter(({ source }) => source === warrantyTool)
    expect(records.length === 2, `the brief holds both records (it has ${records.length})`)
    await ada.resolves(handoff.id, 'solved')
  },
}

export const isDeclaredIn = (day: Day): boolean =>
  day.cloud.running.roles
    .all()
    .some((role) =>
      role.grants().some((grant) => grant.action === 'lambda:InvokeFunction' && grant.resource.includes(':warranties')),
    )
