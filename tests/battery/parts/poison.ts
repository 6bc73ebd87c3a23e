import { playPoison } from '#tests/faults/poison/play-poison.ts'
import { poisonedQueues, poisons } from '#tests/faults/poison/poison.ts'
import { inboundQueue } from '#tests/simulation/stack-queues.ts'
import { none, type Part } from '../figure.ts'

const usualSeeds = 34

/** R8: poison in every queue that feeds a door, in a batch and before others of its thread; and its redrive after a repair. */
export const poison: Part = async (progress, scale) => {
  const seeds = Math.ceil(usualSeeds * scale)
  const waits = { besides: 0, killing: 0 }
  let [played, broken, astray, wrong] = [0, 0, 0, 0]
  for (const queue of poisonedQueues)
    for (const kind of poisons)
      for (let seed = 0; seed < seeds; seed += 1) {
        const result = await playPoison({ seed, poison: kind, queue })
        played += 1
        broken += Number(result.violations.length > 0)
        astray += Number(result.receives > (queue === inboundQueue ? 6 : 20) || new Set(result.parked).size !== 1)
        wrong += Number(result.effects !== Number(kind !== 'unreadable' || queue !== inboundQueue))
        const among = kind === 'killing' ? 'killing' : 'besides'
        waits[among] = Math.max(waits[among], result.longestWaitMs)
        if (result.violations.length > 0)
          progress(`${kind} in ${queue}, seed ${seed}: ${JSON.stringify(result.violations)}`)
        if (played % 30 === 0) progress(`${played} poisoned days`)
      }
  const size = `${played} seeds, ${poisons.length} kinds, ${poisonedQueues.length} queues`
  const longest = (part: string, ms: number, bar: number) => ({
    part,
    size,
    bar: `≤ ${bar} s`,
    figure: `${Math.round(ms / 1_000)} s`,
    met: ms <= bar * 1_000,
  })
  return {
    figures: [
      none('R8 promises to others broken by poison', size, broken),
      none('R8 not parked within its tries, in one queue', size, astray),
      none('R8 not one effect after repair and redrive', size, wrong),
      longest('R8 others wait beside what nobody can read', waits.besides, 1),
      longest('R8 others wait beside what kills its door', waits.killing, 360),
    ],
  }
}
