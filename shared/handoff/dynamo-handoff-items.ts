import { briefPrefix, handoffPrefix } from '../aws/dynamo-keys.ts'
import { type Item, withoutKeys } from '../aws/dynamo-read.ts'
import type { Handoff } from './handoff.ts'

/** What is written once lies beside the handoff, which is written often (ADR 0037). */
export type BesideHandoff = Pick<Handoff, 'brief' | 'basis'>

const besideKeyOf = ({ pk, sk }: Item): string => `${pk} ${String(sk).replace(handoffPrefix, briefPrefix)}`

/** The handoffs among these items, in their order, each with what lies beside it; one without is half erased, and is none. */
export const handoffsOf = (items: readonly Item[]): Handoff[] => {
  const byKey = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]))
  return items
    .filter(({ sk }) => String(sk).startsWith(handoffPrefix))
    .flatMap((item) => {
      const beside = byKey.get(besideKeyOf(item))
      if (!beside) return []
      const { brief, basis } = withoutKeys<BesideHandoff>(beside)
      return [{ ...withoutKeys<Omit<Handoff, 'brief'>>(item), brief, ...(basis && { basis }) }]
    })
}
