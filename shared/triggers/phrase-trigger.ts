import type { Match, PhraseBook } from './phrase-book.ts'
import { score, strongest } from './phrase-book.ts'
import { read } from './reading.ts'
import type { Evidence, Judged } from './trigger.ts'

/** How strongly the new messages say it, with the words that say it best; undefined under the threshold. */
export const heard = ({ messages }: Judged, book: PhraseBook, threshold: number): Heard | undefined => {
  const matches: Match[] = messages.flatMap((message) => book(read(message)))
  const best = strongest(matches)
  const total = score(matches)
  if (best === undefined || total < threshold) return undefined
  return { matched: best.matched, score: Number(total.toFixed(3)), threshold }
}

export type Heard = Evidence & { readonly matched: string }
