import { expect, test } from 'vitest'
import { takeChanges } from '#shared/handoff/take-head.ts'
import { ann, openDesk } from '#tests/support/desk.ts'
import { lineRecorder } from '#tests/support/line-recorder.ts'

const waiting = async () => {
  const desk = openDesk()
  const recorder = lineRecorder()
  const ports = recorder.watch(desk.ports)
  const [short, long] = [await desk.waits(5), await desk.waits(90)]
  // What was there before the watch began is entered again, so that the recorder knows of it.
  for (const { entry } of [short, long]) {
    await desk.ports.transactions.commit(`leave-${entry.startedAt}`, [{ kind: 'line-left', entry }])
    await ports.transactions.commit(`enter-${entry.startedAt}`, [{ kind: 'line-entered', entry }])
  }
  const command = { agent: ann, team: 'care', claimId: 'c', capacity: 5, leaseSeconds: 60 }
  const take = async (entry: typeof short.entry) => {
    await ports.line.head('care', desk.ports.clock)
    await ports.transactions.commit('take', takeChanges(entry, command, desk.ports.clock()))
  }
  return { recorder, short, long, take }
}

test('a claim of the longest conversation passes nobody over', async () => {
  const { recorder, long, take } = await waiting()

  await take(long.entry)

  expect(recorder.taken).toHaveLength(1)
  expect(recorder.passedOver()).toEqual([])
})

test('a claim past a longer conversation is found out', async () => {
  const { recorder, short, long, take } = await waiting()

  await take(short.entry)

  expect(recorder.passedOver()).toEqual([`ann took ${short.entry.startedAt} before ${long.entry.startedAt}`])
})
