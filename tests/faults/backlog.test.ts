import { expect, test } from 'vitest'
import { playBacklog } from './backlog.ts'

test('after a quarter of an hour without turns everything is done in its order, and the alarm rang', async () => {
  const backlog = await playBacklog({ seed: 1, offMinutes: 15, messagesPerMinute: 20 })

  expect(backlog.messages).toBe(300)
  expect(backlog.handoffs).toBeGreaterThan(10)
  expect(backlog.claims).toBeGreaterThanOrEqual(backlog.handoffs)
  expect(backlog.misordered).toBe(0)
  expect(backlog.wrongStarts).toBe(0)
  expect(backlog.violations).toEqual([])
  expect(backlog.alarmMs).toBeLessThanOrEqual(3 * 60_000)
}, 60_000)
