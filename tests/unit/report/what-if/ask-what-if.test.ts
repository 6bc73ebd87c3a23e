import { describe, expect, test } from 'vitest'
import { askWhatIf } from '#shared/report/what-if/ask-what-if.ts'
import { isUnderWay, silentMs, standingAt, unstartedMs } from '#shared/report/what-if/job.ts'
import { memoryWhatIf } from '#tests/support/memory-what-if.ts'
import { testClock } from '#tests/support/test-clock.ts'
import { doneStanding, runningStanding, whatIfJob } from '#tests/support/what-if-job.ts'

const desk = () => {
  const [clock, whatIf] = [testClock(), memoryWhatIf()]
  const job = whatIfJob({ askedAt: clock() })
  return { ...whatIf, clock, job, ask: (asked = job) => askWhatIf({ ...whatIf, clock }, asked) }
}

test('a question is kept and sent', async () => {
  const { ask, job, jobs, sent } = desk()

  expect(await ask()).toEqual(job)

  expect(await jobs.all()).toEqual([job])
  expect(sent).toEqual([job.id])
})

test('under the same key it is the same question, sent again while it is queued, in case it was lost', async () => {
  const { ask, job, jobs, sent, clock } = desk()
  await ask()

  expect(await ask({ ...job, askedAt: clock() + 9 })).toEqual(job)
  expect(sent).toEqual([job.id, job.id])
  await jobs.begin(job.id, runningStanding('r1', clock()))
  expect((await ask()).standing.state).toBe('running')

  expect(sent).toEqual([job.id, job.id])
})

test('under the same key nothing else can be asked', async () => {
  const { ask, job } = desk()
  await ask()

  await expect(ask({ ...job, to: job.to - 1 })).rejects.toThrow('asked another what-if')
})

test('while one is answered, the same question is that one, and another is refused', async () => {
  const { ask, job, jobs, sent, clock } = desk()
  await ask()
  await jobs.begin(job.id, runningStanding('r1', clock()))

  expect((await ask({ ...job, id: 'wi_2' })).id).toBe(job.id)
  await expect(ask({ ...job, id: 'wi_3', from: job.from - 1 })).rejects.toThrow(`GET /what-if/${job.id}`)

  expect((await jobs.all()).length).toBe(1)
  expect(sent).toEqual([job.id])
})

test('once it is answered, another may be asked', async () => {
  const { ask, job, jobs, clock } = desk()
  await ask()
  await jobs.begin(job.id, runningStanding('r1', clock()))
  await jobs.goOn(job.id, doneStanding('r1', clock()))

  expect((await ask({ ...job, id: 'wi_2' })).id).toBe('wi_2')
})

test('of a hundred that are asked in one moment no two are answered', async () => {
  const { ask, job, jobs, sent } = desk()
  const asked = Array.from({ length: 100 }, (_, n) => ({ ...job, id: `wi_${n}`, from: job.from - n }))

  const settled = await Promise.allSettled(asked.map(ask))

  expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  expect(await jobs.all()).toHaveLength(new Set(sent).size)
  expect(sent.length).toBeLessThanOrEqual(1)
})

test('and the same one, asked three times in one moment, is one', async () => {
  const { ask, job, jobs, sent } = desk()

  const asked = await Promise.all(['wi_2', 'wi_1', 'wi_3'].map((id) => ask({ ...job, id })))

  expect(asked.map(({ id }) => id)).toEqual(['wi_1', 'wi_1', 'wi_1'])
  expect([(await jobs.all()).length, new Set(sent).size]).toEqual([1, 1])
})

describe('who fell silent has failed, as far as anybody knows', () => {
  const at = 1_000_000
  const running = { ...whatIfJob({ askedAt: at }), standing: runningStanding('r1', at) }
  const queued = whatIfJob({ askedAt: at })

  test('a run that says nothing any more has died', () => {
    expect(standingAt(running, at + silentMs)).toEqual(running.standing)
    expect(standingAt(running, at + silentMs + 1)).toEqual({ state: 'failed', runId: 'r1', endedAt: at, cause: 'died' })
  })

  test('a question that nobody takes up was not started', () => {
    expect(standingAt(queued, at + unstartedMs)).toEqual({ state: 'queued' })
    expect(standingAt(queued, at + unstartedMs + 1)).toMatchObject({ state: 'failed', cause: 'not-started' })
  })

  test('and holds up nobody else', () => {
    expect(isUnderWay(standingAt(running, at + silentMs + 1))).toBe(false)
    expect(isUnderWay(standingAt(running, at))).toBe(true)
  })
})
