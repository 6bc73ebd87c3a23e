import { expect } from '#infra/local/demo/expect.ts'
import type { Play } from '../day.ts'

export const leavesLine: Play = {
  title: 'a customer who waits needs nobody any more, and leaves the line',
  play: async (day) => {
    const customer = day.customer({ id: 'u-leaving', name: 'Lea' })
    await customer.says('I want to talk to a human')
    await customer.hears('system')
    await customer.says('All good, I found it, thanks!')
    const { text } = await customer.hears('system')

    expect(text.includes('no longer waiting'), `they are told that they wait no longer (read: ${text})`)
    const { status } = await day.agent('care-1', 'Ada').call('POST', '/teams/care/claim', { claimId: 'after-lea' })
    expect(status === 204, `nobody waits any more (answered ${status})`)
  },
}
