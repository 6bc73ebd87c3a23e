import { documentPrefix, type SectionDocument } from '#shared/knowledge/section-document.ts'

/** The bucket that the knowledge base reads. */
export interface ArticleFiles {
  /** Keys below the prefix. */
  list(prefix: string): Promise<readonly string[]>
  put(key: string, text: string, contentType: string): Promise<void>
  remove(keys: readonly string[]): Promise<void>
}

export interface Upload {
  readonly uploaded: number
  readonly unchanged: number
  readonly removed: number
}

const atOnce = 16

const eachOf = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let at = 0; at < all.length; at += atOnce) await Promise.all(all.slice(at, at + atOnce).map(work))
}

/**
 * Makes the bucket hold these sections and no others. A section's name says what is in it, so what is there already is
 * left alone, and an article's new words are there before its old ones go. Counted in sections.
 */
export const uploadArticles = async (files: ArticleFiles, documents: readonly SectionDocument[]): Promise<Upload> => {
  const there = new Set(await files.list(documentPrefix))
  const wanted = new Map(documents.map((document) => [document.key, document]))
  const missing = [...wanted.values()].filter(({ key, metadataKey }) => !there.has(key) || !there.has(metadataKey))
  await eachOf(missing, async ({ key, text, metadataKey, metadata }) => {
    // What is known of it first: a job that runs meanwhile would take a section without it for somebody else's.
    await files.put(metadataKey, metadata, 'application/json')
    await files.put(key, text, 'text/markdown; charset=utf-8')
  })
  const kept = new Set([...wanted.values()].flatMap(({ key, metadataKey }) => [key, metadataKey]))
  const stale = [...there].filter((key) => !kept.has(key))
  if (stale.length > 0) await files.remove(stale)
  const removed = stale.filter((key) => !key.endsWith('.metadata.json')).length
  return { uploaded: missing.length, unchanged: wanted.size - missing.length, removed }
}
