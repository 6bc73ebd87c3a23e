import { expect } from '#infra/local/demo/expect.ts'
import { timeKey, timerList } from '#shared/aws/dynamo-keys.ts'
import { endLeaseNow } from '#tests/support/time-travel.ts'
import type { Day, Play } from '../day.ts'
import { keyOf, rewrite, rewriteState, stateOf, waitingIn } from '../table.ts'

const hourMs = 3_600_000

const resolveAll = async (day: Day, team: string, count: number): Promise<void> => {
  const agent = day.agent(`${team}-1`, 'Ada')
  for (let n = 0; n < count; n += 1) await agent.resolves((await agent.claims(team)).handoff.id, 'solved')
}

export const expiredLeases: Play = {
  title: 'agents who are not seen again: the sweep takes their conversations back, and so does a claim',
  play: async (day) => {
    const [ada, ben] = [day.agent('care-1', 'Ada'), day.agent('care-2', 'Ben')]
    await day.waitingFor('care')

    const { handoff } = await ada.claims('care')
    await endLeaseNow(day.cloud, handoff.id)
    await day.cloud.sweep()
    await ada.claims('care')
    await endLeaseNow(day.cloud, handoff.id)
    await ben.claims('care')
    await ben.resolves(handoff.id, 'unsolved')
  },
}

export const overflowing: Play = {
  title: 'a wait that is longer than the overflow rule allows',
  play: async (day) => {
    const customer = await day.waitingFor('billing')
    const [entry] = await waitingIn(day, 'billing')
    expect(entry, 'somebody waits for billing')
    await rewrite(day, keyOf(entry), { teamSince: Date.now() - 2 * hourMs })

    await day.cloud.sweep()
    await customer.hears('system')
    await resolveAll(day, 'care', 1)
  },
}

export const missingTickets: Play = {
  title: "every team's tickets are lost, some of them many at once",
  play: async (day) => {
    for (const team of day.teams) {
      await day.waitingFor(team)
      day.tickets(team).purge()
    }
    await day.cloud.sweep()
    await day.waitingFor('care')
    day.tickets('care').purge()
    await day.cloud.sweep()
    for (const team of day.teams) await resolveAll(day, team, team === 'care' ? 2 : 1)
  },
}

/** Lets a thread's timer run out, everything in it `hours` ago. */
const letPass = async (day: Day, thread: string, hours: number, more: Record<string, unknown> = {}): Promise<void> => {
  const then = Date.now() - hours * hourMs
  await rewriteState(day, thread, {
    lastMessageAt: then,
    timerAt: then,
    listKey: timerList,
    listSort: timeKey(then),
    ...more,
  })
}

export const fallenSilent: Play = {
  title: 'conversations that fell silent, with the assistant and with agents, answered and not',
  play: async (day) => {
    const ada = day.agent('care-1', 'Ada')
    const quiet = day.customer({ id: 'u-quiet', name: 'Quirin' })
    await quiet.says('How many days do I have to return a lamp?')
    await quiet.hears('assistant')
    await letPass(day, quiet.thread, 25)

    const answered = await day.waitingFor('care')
    const first = (await ada.claims('care')).handoff
    await ada.replies(first.id, 'Hello!')
    await answered.hears('agent')
    await letPass(day, answered.thread, 25, {
      lastCustomerAt: Date.now() - 26 * hourMs,
      lastAgentAt: Date.now() - 25 * hourMs,
    })

    const forgotten = await day.waitingFor('care')
    await ada.call('POST', `/handoffs/${(await ada.claims('care')).handoff.id}/accept`, {})
    await letPass(day, forgotten.thread, 5)

    const waits = await day.waitingFor('care')
    await letPass(day, waits.thread, 2, { lastMessageAt: (await stateOf(day, waits.thread)).lastMessageAt })

    await day.cloud.sweep()
    const statuses = await Promise.all(
      [quiet, answered, forgotten, waits].map(async ({ thread }) => (await stateOf(day, thread)).status),
    )
    expect(statuses.join() === 'closed,closed,waiting,waiting', `each is dealt with as it should (${statuses})`)
    await resolveAll(day, 'care', 2)
  },
}
