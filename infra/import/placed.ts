import type { Draft, Finding } from './draft.ts'

export interface Placed {
  /** Below the knowledge folder: "de/help/returns.md". */
  readonly file: string
  readonly draft: Draft
}

/** A file for each draft. Two that would be one are told, and both are kept: the second by a number. */
export const placed = (
  drafts: readonly Draft[],
): { readonly articles: readonly Placed[]; readonly findings: readonly Finding[] } => {
  const taken = new Map<string, Draft>()
  const findings: Finding[] = []
  for (const draft of drafts) {
    let place = draft.place
    for (let number = 2; taken.has(place); number++) place = `${draft.place}-${number}`
    const other = taken.get(draft.place)
    // Rows of one table often begin alike; two pages of one name are worth a look.
    if (other && !draft.questions)
      findings.push({ kind: 'conflict', about: draft.from, message: `has the name of ${other.from}: kept as ${place}` })
    taken.set(place, draft)
  }
  return { articles: [...taken].map(([place, draft]) => ({ file: `${place}.md`, draft })), findings }
}
