import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import type { WhatIfJobs } from '#shared/report/what-if/what-if-jobs.ts'
import { startDynamo, type TestDynamo } from '#tests/support/dynamo.ts'
import { memoryWhatIfJobs } from '#tests/support/memory-what-if.ts'
import { mondayMorning as now } from '#tests/support/test-clock.ts'
import { doneStanding, runningStanding, toldGone, whatIfJob } from '#tests/support/what-if-job.ts'

const job = whatIfJob()
const of = (threadId: string, n = 0) => ({ ...toldGone, threadId, conversationId: `${threadId}.${n}` })

const suite = (fresh: () => Promise<WhatIfJobs>): void => {
  test('a question is there once it is asked, and is asked once', async () => {
    const jobs = await fresh()
    expect(await jobs.read(job.id)).toBeUndefined()

    expect(await jobs.ask(job)).toBe(true)
    expect(await jobs.ask({ ...job, askedAt: now + 5 })).toBe(false)

    expect(await jobs.read(job.id)).toEqual(job)
    expect(await jobs.all()).toEqual([job])
  })

  test('a question that is taken back is gone, whoever takes it back again', async () => {
    const jobs = await fresh()
    await jobs.ask(job)
    await jobs.ask({ ...job, id: 'wi_other' })

    await jobs.withdraw(job.id)
    await jobs.withdraw(job.id)

    expect((await jobs.all()).map(({ id }) => id)).toEqual(['wi_other'])
  })

  test('one run takes it up, again if its answer was lost, and another does not', async () => {
    const jobs = await fresh()
    await jobs.ask(job)

    expect(await jobs.begin(job.id, runningStanding('r1', now))).toBe(true)
    expect(await jobs.begin(job.id, runningStanding('r1', now + 1))).toBe(true)
    expect(await jobs.begin(job.id, runningStanding('r2', now + 2))).toBe(false)

    expect((await jobs.read(job.id))?.standing).toEqual(runningStanding('r1', now + 1))
  })

  test('who runs it says how it goes on; nobody else, nobody who has not begun, and of nothing that is gone', async () => {
    const jobs = await fresh()
    await jobs.ask(job)
    expect(await jobs.goOn(job.id, doneStanding('r1', now))).toBe(false)
    await jobs.begin(job.id, runningStanding('r1', now))

    expect(await jobs.goOn(job.id, doneStanding('r2', now))).toBe(false)
    expect(await jobs.goOn(job.id, doneStanding('r1', now))).toBe(true)
    expect(await jobs.goOn(job.id, doneStanding('r1', now))).toBe(true)

    expect((await jobs.read(job.id))?.standing).toEqual(doneStanding('r1', now))
    expect(await jobs.begin('wi_gone', runningStanding('r1', now))).toBe(false)
    expect(await jobs.goOn('wi_gone', doneStanding('r1', now))).toBe(false)
    expect(await jobs.read('wi_gone')).toBeUndefined()
  })

  test('differences come back page by page, and go at once, those of another stay', async () => {
    const jobs = await fresh()
    for (const page of [0, 1, 2]) await jobs.keep(job, page, [of('t1', page), of('t2', page)])
    await jobs.keep({ ...job, id: 'wi_2' }, 0, [of('t3')])

    expect(await jobs.differences(job.id, 0)).toEqual({ differences: [of('t1', 0), of('t2', 0)], next: 1 })
    expect(await jobs.differences(job.id, 2)).toEqual({ differences: [of('t1', 2), of('t2', 2)] })
    expect(await jobs.differences(job.id, 3)).toEqual({ differences: [] })
    await jobs.drop(job.id)

    expect(await jobs.differences(job.id, 0)).toEqual({ differences: [] })
    expect(await jobs.differences('wi_2', 0)).toEqual({ differences: [of('t3')] })
  })

  test('what quotes a thread that is erased goes, with what is under way; the rest stays', async () => {
    const jobs = await fresh()
    const [quoting, other, running, queued] = ['wi_q', 'wi_o', 'wi_r', 'wi_w'].map((id) => ({ ...job, id }))
    if (!quoting || !other || !running || !queued) throw new Error('four')
    for (const one of [quoting, other, running, queued]) await jobs.ask(one)
    for (const one of [quoting, other, running]) await jobs.begin(one.id, runningStanding('r1', now))
    await jobs.keep(quoting, 0, [of('t1')])
    await jobs.keep(quoting, 1, [of('t2')])
    await jobs.keep(other, 0, [of('t1')])
    for (const one of [quoting, other]) await jobs.goOn(one.id, doneStanding('r1', now))

    expect(await jobs.forget([])).toBe(0)
    expect((await jobs.all()).length).toBe(4)
    expect(await jobs.forget(['t2', 't9'])).toBe(2)

    expect((await jobs.all()).map(({ id }) => id).sort()).toEqual(['wi_o', 'wi_w'])
    expect(await jobs.differences('wi_q', 0)).toEqual({ differences: [] })
    expect(await jobs.differences('wi_o', 0)).toEqual({ differences: [of('t1')] })
    expect(await jobs.goOn('wi_r', runningStanding('r1', now))).toBe(false)
  })
}

describe('in memory', () => suite(async () => memoryWhatIfJobs()))

describe('in DynamoDB', () => {
  let dynamo: TestDynamo
  beforeAll(async () => {
    dynamo = await startDynamo()
  })
  afterAll(() => dynamo.stop())

  suite(async () => dynamoWhatIfJobs(await dynamo.emptyTable()))
})
