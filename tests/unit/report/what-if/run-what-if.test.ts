import { expect, test } from 'vitest'
import type { LogEvent } from '#shared/log/log.ts'
import type { ConversationLog, LoggedConversation } from '#shared/report/conversation-log.ts'
import { runWhatIf } from '#shared/report/what-if/run-what-if.ts'
import { ears } from '#tests/support/listen.ts'
import { memoryWhatIfJobs } from '#tests/support/memory-what-if.ts'
import { testClock } from '#tests/support/test-clock.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'
import { runningStanding, whatIfJob } from '#tests/support/what-if-job.ts'

const config = testConfig()
const minute = 60_000

/** So many conversations in which somebody waits, a minute apart, and what happens as each is read. */
const conversationLog = (count: number, from: number, happens: (n: number) => Promise<void>): ConversationLog => ({
  async *read() {
    for (let n = 0; n < count; n += 1) {
      await happens(n)
      const { state, handoff } = waitingConversation({ key: `key-${n}`, startedAt: from + n * minute })
      const said = { id: `m${n}`, threadId: state.threadId, conversationId: handoff.conversationId, delivery: 'sent' }
      yield {
        threadId: state.threadId,
        conversationId: handoff.conversationId,
        channel: 'standard',
        messages: [
          { ...said, at: handoff.openedAt - 1, author: { kind: 'customer' }, text: 'I want to cancel my order' },
          { ...said, at: handoff.openedAt, author: { kind: 'system' }, text: 'A colleague will be with you' },
        ],
        handoffs: [{ ...handoff, basis: { configVersion: 'v1', language: 'en', passages: [], failed: 'timed-out' } }],
      } as unknown as LoggedConversation
    }
  },
})

const world = async (count = 3, happens: (n: number) => Promise<void> = async () => undefined) => {
  const clock = testClock()
  const jobs = memoryWhatIfJobs()
  const off = { ...config.triggers.cancellation, enabled: false }
  const job = whatIfJob({
    askedAt: clock(),
    from: clock() - 30 * minute,
    to: clock(),
    candidate: { config: { ...config, triggers: { ...config.triggers, cancellation: off } }, version: 'other' },
  })
  await jobs.ask(job)
  const events: LogEvent[] = []
  const conversations = conversationLog(count, job.from, happens)
  const log = (event: LogEvent) => void events.push(event)
  const run = (endsAt = clock() + 60 * minute) =>
    runWhatIf({ jobs, conversations, ears, config, clock, newId: () => 'r1', log }, job.id, endsAt)
  const standing = async () => (await jobs.read(job.id))?.standing
  return { clock, jobs, job, run, standing, events }
}

test('a question is answered: what there is, and each difference beside it', async () => {
  const { jobs, job, run, standing, events } = await world(50)

  await run()

  const done = await standing()
  expect(done).toMatchObject({ state: 'done', runId: 'r1', result: { turns: 30, conversations: 30 } })
  const found = done?.state === 'done' ? done.differences.found : 0
  expect(found).toBeGreaterThan(0)
  expect((await jobs.differences(job.id, 0)).differences.length).toBe(found)
  expect(events).toEqual([{ event: 'what-if.done', jobId: job.id, turns: 30, differences: found }])
})

test('while it runs it is said how far it is', async () => {
  const seen: unknown[] = []
  const { clock, run, standing } = await world(4, async () => {
    clock.advance(3_000)
    seen.push(await standing())
  })

  await run()

  expect(seen).toMatchObject([
    { state: 'running', reached: { turns: 0 } },
    { state: 'running', reached: { turns: 0 } },
    { state: 'running', reached: { turns: 1 } },
    { state: 'running', reached: { turns: 2 } },
  ])
})

test('what was answered, or is gone, is not answered again', async () => {
  const { jobs, job, run, standing, events } = await world()
  await run()
  const done = await standing()

  await run()
  await jobs.forget([])

  expect(await standing()).toEqual(done)
  expect(events.length).toBe(1)
  expect((await jobs.differences(job.id, 0)).differences.length).toBeGreaterThan(0)
})

test('what comes again while it runs was dropped by a run that died, and is said to have failed', async () => {
  const { clock, jobs, job, run, standing } = await world()
  await jobs.begin(job.id, runningStanding('r0', clock()))

  await run()

  expect(await standing()).toMatchObject({ state: 'failed', runId: 'r0', cause: 'died' })
})

test('a run that finds its question erased stops, and leaves nothing', async () => {
  const { clock, jobs, job, run, standing, events } = await world(120, async (n) => {
    clock.advance(n === 100 ? 3_000 : 0)
    if (n === 100) await jobs.forget(['anybody'])
  })

  await run()

  expect(await standing()).toBeUndefined()
  expect((await jobs.differences(job.id, 0)).differences).toEqual([])
  expect(events).toEqual([])
})

test('a run that does not come to an end in time says so, and keeps no answer in part', async () => {
  const { clock, jobs, job, run, standing, events } = await world(120, async () => clock.advance(3_000))

  await run(clock() + minute)

  expect(await standing()).toMatchObject({ state: 'failed', cause: 'took-too-long' })
  expect((await jobs.differences(job.id, 0)).differences).toEqual([])
  expect(events).toEqual([{ event: 'what-if.failed', jobId: job.id, cause: 'took-too-long' }])
})

test('what goes wrong is said by its name alone', async () => {
  const { run, standing, events, job } = await world(3, async (n) => {
    if (n === 1) throw new RangeError('words of a customer')
  })

  await run()

  expect(await standing()).toMatchObject({ state: 'failed', cause: 'failed' })
  expect(events).toEqual([{ event: 'what-if.failed', jobId: job.id, cause: 'RangeError' }])
})
