import type { StoredPassage } from './compiled.ts'

/** What an article says before its first heading holds for all its sections, so the first of them brings it along. */
export const withLeads = <Found extends StoredPassage>(
  found: readonly Found[],
  passages: readonly StoredPassage[],
): readonly Found[] => {
  const told = new Set<string>()
  return found.map((passage) => {
    const { articleId, heading, text } = passage
    const isFirst = !told.has(articleId)
    told.add(articleId)
    const lead = passages.find((other) => other.articleId === articleId && other.heading === undefined)
    return isFirst && heading !== undefined && lead ? { ...passage, text: `${lead.text}\n\n${text}` } : passage
  })
}
