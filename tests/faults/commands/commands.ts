import fc from 'fast-check'
import { acts, claims, crossing, handles, race } from './agent-commands.ts'
import { arrives, bursts, erases, holdsBack, reopens, repeats, says } from './customer-commands.ts'
import { leaseEnds, passes, skews, sweeps } from './time-commands.ts'

/** Commands in the proportions of a busy day, an erasure or a change of clocks among many. */
const rarely = fc.oneof(
  { weight: 4, arbitrary: says },
  { weight: 1, arbitrary: erases },
  { weight: 1, arbitrary: skews },
)

export const commands = fc.commands(
  [
    says,
    says,
    bursts,
    fc.oneof(repeats, holdsBack, arrives),
    claims,
    claims,
    fc.oneof({ weight: 2, arbitrary: race }, { weight: 1, arbitrary: crossing }),
    acts,
    handles,
    handles,
    handles,
    fc.oneof({ weight: 3, arbitrary: passes }, { weight: 1, arbitrary: leaseEnds }),
    sweeps,
    fc.oneof({ weight: 2, arbitrary: rarely }, { weight: 1, arbitrary: reopens }),
  ],
  { maxCommands: 60, size: 'max' },
)
