import { briefPrefix, handoffPrefix } from '../aws/dynamo-keys.ts'
import { type Item, withoutKeys } from '../aws/dynamo-read.ts'
import { emptyBrief, wordless } from './emptied.ts'
import type { Handoff } from './handoff.ts'

type Words = Pick<Handoff, 'reason' | 'fired'>

/** What is written once lies beside the handoff, which is written often (ADR 0037); so do words that end before its figures. */
export type BesideHandoff = Pick<Handoff, 'brief' | 'basis'> & { readonly words?: Words }

/** How long records are kept, and the words in them; 0 keeps them until they are erased. */
export interface Ends {
  readonly recordDays: number
  readonly textDays: number
}

/** Whether the words end earlier than the record of which they are. */
const isApart = ({ recordDays, textDays }: Ends): boolean => textDays !== recordDays

export const besideHandoff = ({ brief, basis, reason, fired }: Handoff, ends: Ends): BesideHandoff => ({
  brief,
  ...(basis && { basis }),
  ...(isApart(ends) && { words: { reason, fired } }),
})

export const handoffRecord = ({ brief, basis, ...handoff }: Handoff, ends: Ends) =>
  isApart(ends)
    ? { ...handoff, reason: handoff.trigger, fired: handoff.fired.map(wordless), wordsApart: true as const }
    : handoff

/** Those with which its customer left the line are in their message. */
export const setApart = (set: Partial<Handoff>, ends: Ends): Partial<Handoff> =>
  isApart(ends) && set.left ? { ...set, left: { matched: '' } } : set

const besideKeyOf = ({ pk, sk }: Item): string => `${pk} ${String(sk).replace(handoffPrefix, briefPrefix)}`

/** The handoffs among these items, in their order, each with what lies beside it; one without is half erased, and is none. */
export const handoffsOf = (items: readonly Item[]): Handoff[] => {
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]))
  return items
    .filter(({ sk }) => String(sk).startsWith(handoffPrefix))
    .flatMap((item) => {
      const beside = byKey.get(besideKeyOf(item))
      const { wordsApart, ...record } = withoutKeys<Omit<Handoff, 'brief'> & { readonly wordsApart?: true }>(item)
      // Its words have ended, and its figures have not.
      if (!beside) return wordsApart ? [{ ...record, brief: emptyBrief }] : []
      const { brief, basis, words } = withoutKeys<BesideHandoff>(beside)
      return [{ ...record, ...words, brief, ...(basis && { basis }) }]
    })
}
