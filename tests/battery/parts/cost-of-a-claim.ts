import { measureClaimLatency } from '#tests/bench/claim-latency.ts'
import { countClaims } from '#tests/faults/claim-reads.ts'
import type { Counted } from '#tests/simulation/call-count.ts'
import type { Figure, Part } from '../figure.ts'

const mostRatio = 1.3
const usualLengths = [10, 1_000, 100_000]

/** What a claim costs by the length of its line: counted in memory, and timed over an emulator, all lengths turn by turn. */
export const costOfAClaim: Part = async (progress, scale) => {
  const lengths = usualLengths.map((length) => (length === 100_000 ? Math.max(1_000, length * scale) : length))
  const counted: (readonly Counted[])[] = []
  for (const length of lengths) {
    counted.push(await countClaims(length))
    progress(`claims counted with ${length} waiting`)
  }
  const { sizes, longestOverShortest } = await measureClaimLatency(Math.max(2_000, 100_000 * scale))
  const times = sizes.map(({ waiting, medianMs }) => `${medianMs} ms with ${waiting}`).join(', ')
  return {
    figures: [
      counts('calls of a claim', lengths, counted.map(most(callsOf))),
      counts('items that a claim reads', lengths, counted.map(most(({ items }) => items))),
      counts('read units of a claim', lengths, counted.map(most(({ readUnits }) => readUnits))),
      {
        part: 'claim cost, longest line over shortest',
        size: `medians of ${sizes[0]?.claims} claims: ${times}`,
        bar: '<= 1.3',
        figure: `${longestOverShortest}`,
        met: longestOverShortest <= mostRatio,
      },
    ],
  }
}

const callsOf = ({ byOperation }: Counted): number => Object.values(byOperation).reduce((sum, count) => sum + count, 0)

const most =
  (of: (counted: Counted) => number) =>
  (all: readonly Counted[]): number =>
    Math.max(...all.map(of))

/** A short line fills no page; from there on it may not grow. */
const counts = (part: string, lengths: readonly number[], values: readonly number[]): Figure => {
  const [, middle = 0, longest = 0] = values
  return {
    part,
    size: `${lengths.join(' / ')} waiting`,
    bar: 'flat from a page on',
    figure: values.join(' / '),
    met: longest <= middle,
  }
}
