import { randomUUID } from 'node:crypto'
import type { ClaimedHandoff } from '#infra/local/demo/agent.ts'
import { expect } from '#infra/local/demo/expect.ts'
import type { Play } from '../day.ts'
import { put } from '../table.ts'

const claim = (claimId: string) => ['POST', '/teams/care/claim', { claimId }] as const

export const twoAtOnce: Play = {
  title: 'two agents claim at once, one claims the same twice, and one who does not hold it writes',
  play: async (day) => {
    await day.waitingFor('care')
    const [ada, ben] = [day.agent('care-1', 'Ada'), day.agent('care-2', 'Ben')]
    const ids = [randomUUID(), randomUUID()] as const

    const answers = await Promise.all([
      ada.call<ClaimedHandoff>(...claim(ids[0])),
      ben.call<ClaimedHandoff>(...claim(ids[1])),
    ])
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses.join() === '200,204', `one of them is given it (answered ${statuses})`)

    const [winner, loser] = answers[0].status === 200 ? [ada, ben] : [ben, ada]
    const { handoff } = (answers[0].status === 200 ? answers[0] : answers[1]).body
    await winner.call(...claim(ids[answers[0].status === 200 ? 0 : 1]))
    const late = await loser.call('POST', `/handoffs/${handoff.id}/messages`, { text: 'It is mine!' })
    expect(late.status === 409, `only who holds it may write (answered ${late.status})`)
    await winner.resolves(handoff.id, 'duplicate')
    const over = await winner.call('POST', `/handoffs/${handoff.id}/notes`, { text: 'One more.' })
    expect(over.status === 410, `nothing can be written once it is over (answered ${over.status})`)
  },
}

export const orphanedEntry: Play = {
  title: 'an entry of a line with no conversation behind it',
  play: async (day) => {
    const threadId = '0'.repeat(24)
    await put(day, {
      pk: 'LINE#care',
      sk: `W#0000000000001#${threadId}.1`,
      team: 'care',
      threadId,
      conversationId: `${threadId}.1`,
      handoffId: `${threadId}.0000000000001.1`,
      startedAt: 1,
      handedOffAt: 1,
      teamSince: 1,
      epoch: 1,
      kind: 'failure',
      trigger: 'asked-for-human',
      reason: 'nobody',
    })

    await day.agent('care-1', 'Ada').findsNobody('care')
  },
}
