import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

export const forgotten: Scene = {
  title: 'A customer is forgotten',
  what: 'Erased everywhere while waiting: profile, thread and handoff are gone, and the line is not held up.',
  play: async (stage) => {
    const admin = stage.agent('admin', 'Admin')
    const omar = stage.customer({ id: `u-omar-${Date.now()}`, name: 'Omar' })
    const ada = stage.agent('care-1', 'Ada')
    await omar.says('Can I talk to a person about my order?')
    await omar.hears('system')
    const { waiting } = await ada.line('care')
    const conversationId = waiting[0]?.conversationId
    expect(conversationId, 'Omar waits in the line')

    // The list of a customer's threads lags behind its records; an erasure may be repeated.
    for (let round = 0; round < 10 && (await ada.line('care')).waiting.length > 0; round += 1) {
      const { status } = await admin.call('DELETE', `/customers/${encodeURIComponent(omar.id)}`)
      expect(status === 200, `the erasure is done (answered ${status})`)
    }

    await ada.findsNobody('care')
    const thread = await admin.call('GET', `/conversations/${conversationId}`)
    expect(thread.status === 404, `the thread is gone (answered ${thread.status})`)
  },
}
