import type { Passage } from '../knowledge/passage.ts'
import { principal } from '../triggers/principal.ts'
import { type Fired, failure } from '../triggers/trigger.ts'
import type { Decision } from './turn.ts'

export type HandOff = Decision & { readonly kind: 'hand-off' }

export const handOff = (
  fired: readonly Fired[],
  passages: readonly Passage[] = [],
  wish?: string,
): HandOff | undefined => {
  const [one, ...others] = fired
  if (!one) return undefined
  return { kind: 'hand-off', fired: inOrder(one, others), passages, ...(wish !== undefined && { wish }) }
}

/** The principal trigger first: it names the handoff. */
const inOrder = (one: Fired, others: readonly Fired[]): readonly [Fired, ...Fired[]] => {
  const all = [one, ...others]
  const first = principal(all) ?? one
  return [first, ...all.filter((fired) => fired !== first)]
}

/** A person gets it anyway, and no model is asked: what the words left open says to which one. */
export const unanswerable = (
  fired: Fired,
  passages: readonly Passage[] = [],
  possible: readonly Fired[] = [],
): HandOff => ({
  kind: 'hand-off',
  fired: inOrder(fired, possible),
  passages,
})

/** The knowledge is searched by words, so a picture alone is a person's to look at. */
export const onlyAttachments = failure(
  'outside-knowledge',
  { score: 0, threshold: 0 },
  'sent attachments without a word',
)
