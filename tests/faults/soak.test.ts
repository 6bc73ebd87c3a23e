import { expect, test } from 'vitest'
import { soak } from '#tests/battery/soak.ts'

const short = (seed: number) =>
  soak({ seed, messages: 240, agents: 10, faultShare: [0.05, 0.05], progress: () => undefined })

test('a short soak under many faults breaks no promise', async () => {
  const { violations, messages, claims, injected } = await short(1)

  expect(violations).toEqual([])
  expect(messages).toBeGreaterThanOrEqual(240)
  expect(claims).toBeGreaterThan(0)
  expect(injected.size).toBeGreaterThan(5)
}, 60_000)

test('the same seed is the same soak: what was found once is found again', async () => {
  const [one, other] = [await short(2), await short(2)]

  expect(other.calls).toBe(one.calls)
  expect(other.delivered).toEqual(one.delivered)
  expect(other.arrivals).toEqual(one.arrivals)
}, 60_000)
