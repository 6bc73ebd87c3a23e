import { expect, test } from 'vitest'
import type { Figure } from '#shared/log/figures.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { withMetrics } from '#shared/log/powertools-metrics.ts'

test('an event that counts is logged as well, and one that does not is only logged', () => {
  const [logged, counted]: [LogEvent[], Figure[]] = [[], []]
  const log = withMetrics((event) => logged.push(event), { count: (figure) => counted.push(figure) })

  log({ event: 'line.surplus-ticket', team: 'care' })
  log({ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' })

  expect(counted.map(({ name }) => name)).toEqual(['LeasesExpired'])
  expect(logged.map(({ event }) => event)).toEqual(['line.surplus-ticket', 'line.lease-expired'])
})
