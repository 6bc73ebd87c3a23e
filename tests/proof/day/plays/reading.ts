import { setTimeout } from 'node:timers/promises'
import { expect } from '#infra/local/demo/expect.ts'
import { handoffKey, logList, timeKey } from '#shared/aws/dynamo-keys.ts'
import { handoffIdOf } from '#shared/thread/ids.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import { threadOf } from '#tests/support/inbound.ts'
import type { Day, Play } from '../day.ts'
import { handoffsOf, put } from '../table.ts'

/** More than one page of a query, which ends at one megabyte. */
const longThread = async (day: Day, thread: string): Promise<void> => {
  const threadId = threadOf(thread)
  for (let n = 1; n <= 5; n += 1) {
    const at = Date.now() + n
    await put(day, {
      pk: `THREAD#${threadId}`,
      sk: `MSG#${timeKey(at)}#long-${n}`,
      threadId,
      id: `long-${n}`,
      conversationId: conversationIdOf(threadId, 1),
      at,
      author: { kind: 'customer' },
      text: 'lamp '.repeat(60_000),
    })
  }
}

interface WhatIf {
  readonly id: string
  readonly state: string
  readonly endedAt?: string
}

interface Page {
  readonly next?: string
}

/** That nobody who wants out is handed off for it, and waits for the answer. */
export const asksWhatIf = async (supervisor: ReturnType<Day['agent']>): Promise<string> => {
  const config = { triggers: { cancellation: { enabled: false } } }
  const asked = await supervisor.call<WhatIf>('POST', '/what-if', { config })
  expect(asked.status === 202, `a what-if is asked (answered ${asked.status})`)
  let job = asked.body
  for (let looks = 0; looks < 60 && !job.endedAt; looks += 1) {
    await setTimeout(500)
    job = (await supervisor.call<WhatIf>('GET', `/what-if/${job.id}`)).body
  }
  expect(job.state === 'done', `the what-if is answered (it is ${job.state})`)
  await supervisor.call('GET', `/what-if/${job.id}/differences`)
  return job.id
}

export const lookingAround: Play = {
  title: 'everything that can be read: lines, logs, reports and threads, page by page',
  play: async (day) => {
    const [ada, supervisor] = [day.agent('care-1', 'Ada'), day.agent('supervisor', 'Sue')]
    const long = day.customer({ id: 'u-long', name: 'Lotte' })
    await long.says('How many days do I have to return a lamp?')
    await long.hears('assistant')
    await longThread(day, long.thread)
    await day.waitingFor('care')
    await day.waitingFor('care')
    const read = async <Body = Page>(path: string, agent = supervisor): Promise<Body> => {
      const { status, body } = await agent.call<Body>('GET', path)
      expect(status === 200, `${path} is read (answered ${status})`)
      return body
    }

    await read('/teams', ada)
    const line = await read('/teams/care/line?limit=1', ada)
    await read(`/teams/care/line?limit=1&after=${encodeURIComponent(line.next ?? '')}`, ada)
    const log = await read('/handoffs?limit=1')
    await read(`/handoffs?limit=1&after=${encodeURIComponent(log.next ?? '')}`)
    await read('/handoffs?team=care&kind=failure&trigger=asked-for-human')
    await read('/reports/weekly')
    await asksWhatIf(supervisor)
    await read(`/conversations/${conversationIdOf(threadOf(long.thread), 1)}`)
    for (let n = 0; n < 2; n += 1) {
      const { handoff } = await ada.claims('care')
      await read('/agents/me/handoffs', ada)
      await ada.resolves(handoff.id, 'solved')
    }
  },
}

const weekMs = 7 * 86_400_000

/** A handoff of last week, in the log and nowhere else. */
export const handedOffLastWeek = async (day: Day, thread: string): Promise<void> => {
  const [handoff] = await handoffsOf(day, thread)
  expect(handoff, 'there was a handoff')
  const openedAt = Number(handoff.openedAt) - weekMs
  const { threadId } = handoff
  const id = handoffIdOf({ threadId: String(threadId), openedAt, n: 9 })
  await put(day, {
    ...handoff,
    ...handoffKey(String(threadId), openedAt, 9),
    id,
    openedAt,
    listKey: logList(openedAt),
    listSort: `${timeKey(openedAt)}#${id}`,
  })
}

export const mondayMorning: Play = {
  title: 'the weekly report, of a week in which something was handed off',
  play: async (day) => {
    const customer = await day.waitingFor('care')
    const ada = day.agent('care-1', 'Ada')
    await ada.resolves((await ada.claims('care')).handoff.id, 'solved')
    await handedOffLastWeek(day, customer.thread)

    await day.cloud.report()
  },
}
