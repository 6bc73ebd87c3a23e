import type { StoredPassage } from './compiled.ts'
import type { Passage } from './passage.ts'

/** What the questions that authors noted make of a customer's: how sure they are that this article answers. */
export interface ArticleClaim {
  readonly articleId: string
  readonly confidence: number
}

/**
 * Whichever is surer counts, the article's words or its noted questions: each misses what only the other has. The
 * claimed article comes first with its best passage, or its first one where the search found none; the rest stay as they are.
 */
export const surerPassages = (
  found: readonly Passage[],
  { articleId, confidence }: ArticleClaim,
  passages: readonly StoredPassage[],
): readonly Passage[] => {
  const [best] = found
  if (best !== undefined && confidence <= best.confidence) return found
  const isClaimed = (passage: StoredPassage): boolean => passage.articleId === articleId
  const claimed = found.find(isClaimed) ?? passages.find(isClaimed)
  if (claimed === undefined) return found
  return [{ ...claimed, confidence }, ...found.filter((passage) => passage !== claimed)]
}
