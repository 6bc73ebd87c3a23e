import { type Group, groupOf } from './group.ts'
import type { Said, Space } from './vectors.ts'

/** Of a group's questions, so many hold the word that it is about. */
const heads = 0.7
/** Of all questions that hold the word, so many stand in groups that are about it. */
const ownWord = 0.7
/** Of a group's questions, so many ask about own things before the group does. */
const most = 0.5

interface Counted {
  readonly group: Group
  /** Cases by term. */
  readonly counts: ReadonlyMap<number, number>
}

const counted = (group: Group): Counted => {
  const counts = new Map<number, number>()
  for (const { vector, cases } of group.members)
    for (const term of vector.terms) counts.set(term, (counts.get(term) ?? 0) + cases.length)
  return { group, counts }
}

const shareOf = ({ group, counts }: Counted, term: number): number => (counts.get(term) ?? 0) / group.size

/** Who asks about their own things names the thing, an order, whatever they ask of it: such a word joins nothing. */
const asksOwn = (one: Counted, names: readonly string[]): boolean =>
  [...one.counts.keys()].some((term) => names[term] === '!own' && shareOf(one, term) >= most)

const isWord = (name: string): boolean => !/^[#@!]/.test(name)

interface Headed {
  readonly term: number
  readonly groups: readonly Counted[]
  readonly size: number
}

const timesSaid = (elsewhere: readonly Said[]): ReadonlyMap<string, number> => {
  const times = new Map<string, number>()
  for (const { terms, count } of elsewhere)
    for (const term of terms.keys()) times.set(term, (times.get(term) ?? 0) + count)
  return times
}

const headedBy = (all: readonly Counted[], { names }: Space, elsewhere: ReadonlyMap<string, number>) => {
  const said = new Map<number, number>()
  const led = new Map<number, Counted[]>()
  for (const one of all)
    for (const [term, count] of one.counts) {
      if (!isWord(names[term] ?? '')) continue
      said.set(term, (said.get(term) ?? 0) + count)
      if (count >= one.group.size * heads) led.set(term, [...(led.get(term) ?? []), one])
    }
  return [...led].flatMap(([term, groups]): readonly Headed[] => {
    const size = groups.reduce((sum, { counts }) => sum + (counts.get(term) ?? 0), 0)
    const everywhere = (said.get(term) ?? 0) + (elsewhere.get(names[term] ?? '') ?? 0)
    return groups.length > 1 && size >= everywhere * ownWord ? [{ term, groups, size }] : []
  })
}

/**
 * Joins groups of one word of their own: nearly all their questions hold it, and hardly any other question does. The word of
 * the most questions first, so that what two groups share by the way decides nothing between them.
 */
export const joinByOwnWord = (groups: readonly Group[], space: Space, elsewhere: readonly Said[]): readonly Group[] => {
  const times = timesSaid(elsewhere)
  const all = groups.map(counted)
  const apart = all.filter((one) => asksOwn(one, space.names))
  let now = all.filter((one) => !apart.includes(one))
  for (;;) {
    const [first] = headedBy(now, space, times).toSorted((a, b) => b.size - a.size || a.term - b.term)
    if (!first) return [...apart, ...now].map(({ group }) => group).toSorted((a, b) => b.size - a.size)
    const joining = new Set(first.groups)
    const joined = counted(groupOf(first.groups.flatMap(({ group }) => group.members)))
    now = [...now.filter((one) => !joining.has(one)), joined]
  }
}
