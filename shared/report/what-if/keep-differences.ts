import type { Difference } from './compare.ts'
import type { FoundDifferences } from './job.ts'
import { type ToldDifference, toldDifference } from './told-difference.ts'

/** One item holds 400 KB; a difference has at most some 8, and mostly one. */
const perPage = 40
/** Beyond that a list is read by nobody; the result counts them all the same. */
const pagesAtMost = 500

/** Gathers differences as they are found, and hands them on a page at a time. */
export const keepDifferences = (keep: (page: number, differences: readonly ToldDifference[]) => Promise<void>) => {
  const waiting: ToldDifference[] = []
  let [found, kept, page] = [0, 0, 0]

  const flush = async (): Promise<void> => {
    const differences = waiting.splice(0, perPage)
    await keep(page, differences)
    kept += differences.length
    page += 1
  }
  return {
    add: (difference: Difference, outcome: string | undefined): void => {
      found += 1
      if (page * perPage + waiting.length < pagesAtMost * perPage) waiting.push(toldDifference(difference, outcome))
    },
    flushFull: async (): Promise<void> => {
      while (waiting.length >= perPage) await flush()
    },
    end: async (): Promise<FoundDifferences> => {
      while (waiting.length > 0) await flush()
      return { found, kept }
    },
  }
}
