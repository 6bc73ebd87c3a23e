import { type Played, playErasures, stages } from '#tests/faults/erasures/play-erasures.ts'
import { none, type Part, some } from '../figure.ts'

const customers = 1_080
/** In one world, of which half is erased at once: more than a minute's looks at what is owed took when they were few. */
const largestCrowd = 540

/** One at each stage who is erased, and one who is not. */
const everyKind = 2 * stages.length

/** Customers with a word of their own in every field, half of them erased wherever they were; every store is searched. */
export const erasure: Part = async (progress, scale) => {
  const wanted = Math.ceil((customers * scale) / everyKind) * everyKind
  const crowd = Math.min(largestCrowd, wanted)
  const crowds = Math.ceil(wanted / crowd)
  const played: Played[] = []
  for (let n = 1; n <= crowds; n += 1) {
    played.push(await playErasures(crowd, 20_261_123 + n))
    progress(`${n * crowd} customers`)
  }
  const all = <T>(of: (one: Played) => readonly T[]): readonly T[] => played.flatMap(of)
  const size = `${crowds * crowd} customers at nine stages, ${crowd} in a world, half of them erased`
  const open = all(({ receipts }) => receipts.filter(({ verifiedAt }) => verifiedAt === undefined))
  for (const line of [...all(({ left }) => left), ...all(({ missing }) => missing)].slice(0, 20)) progress(line)
  return {
    figures: [
      some('erased customers', size, all(({ receipts }) => receipts).length),
      none('their words left in any store, event or log', size, all(({ left }) => left).length),
      none('other customers of whom a word is missing', size, all(({ missing }) => missing).length),
      none('erasures that were not found complete', size, open.length),
    ],
  }
}
