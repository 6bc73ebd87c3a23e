import fc from 'fast-check'
import { Step } from './step.ts'

const second = 1_000

export const passes = fc
  .constantFrom(1, 30, 117, 124, 600)
  .map(
    (seconds) =>
      new Step('time', `${seconds} s pass`, (desk) => desk.simulation.world.pass(seconds * second).then(() => true)),
  )

/** A lease ends; whoever looks next finds it. */
export const leaseEnds = fc.nat(5).map(
  (which) =>
    new Step('lease expiry', `lease ${which} runs out`, async (desk) => {
      const leases = [...desk.reference.threads.values()].flatMap(({ hold }) => (hold && !hold.accepted ? [hold] : []))
      const lease = leases[which % Math.max(1, leases.length)]
      if (!lease) return false
      await desk.simulation.world.pass(Math.max(0, lease.leaseUntil - desk.now) + 5 * second)
      return true
    }),
)

export const sweeps = fc.constant(
  new Step('sweep', 'the sweep runs', async (desk) => {
    await desk.notAsALeaseEnds()
    const expired = desk.reference.expire(desk.now)
    await desk.simulation.sweep()
    await desk.settle()
    return expired > 0
  }),
)

/** All doors' clocks are off by so much from here on. */
export const skews = fc.constantFrom(0, 0, 3_017, -3_017, 61_013, -61_013, 600_011, -600_011).map(
  (skewMs) =>
    new Step('clock skew', `the clocks are off by ${skewMs / second} s`, async (desk) => {
      const changed = desk.skewMs !== skewMs
      desk.skew(skewMs)
      return changed
    }),
)
