import { namesNoMatter } from './asked.ts'
import { type Group, groupOf } from './group.ts'
import { rootsOf } from './roots.ts'
import type { Said, Space } from './vectors.ts'

/** Of a group's questions, so many hold the word that it is about. */
const heads = 0.7
/** Of all questions that hold the word, so many stand in groups that are about it. */
const ownWord = 0.7
/** Of a group's questions, so many ask about own things, or for a person, before the group does. */
const most = 0.5

/** What a group may be about: a word, a concept, or what words of several languages have in common. */
type Word = string

interface Counted {
  readonly group: Group
  /** Cases by word. */
  readonly counts: ReadonlyMap<Word, number>
}

const isWord = (name: string): boolean => !/^[#@!^]/.test(name)

/** Its words and their roots, each once. */
const wordsIn = (names: Iterable<string>): ReadonlySet<Word> => {
  const found = new Set<Word>()
  for (const name of names) {
    if (!isWord(name)) continue
    found.add(name)
    for (const root of rootsOf(name)) found.add(root)
  }
  return found
}

const counted =
  ({ names }: Space) =>
  (group: Group): Counted => {
    const counts = new Map<Word, number>()
    for (const { vector, cases } of group.members)
      for (const word of wordsIn(Array.from(vector.terms, (term) => names[term] ?? '')))
        counts.set(word, (counts.get(word) ?? 0) + cases.length)
    return { group, counts }
  }

/**
 * Who asks about their own things names the thing, an order, whatever they ask of it; who asks for a person names no matter:
 * their words join nothing.
 */
const standsApart = ({ members, size }: Group): boolean => {
  const own = members.reduce((sum, { own, cases }) => sum + (own ? cases.length : 0), 0)
  const forPerson = members.flatMap(({ cases }) => cases).filter(({ trigger }) => namesNoMatter(trigger)).length
  return Math.max(own, forPerson) >= size * most
}

interface Headed {
  readonly word: Word
  readonly groups: readonly Counted[]
  readonly size: number
}

const timesSaid = (elsewhere: readonly Said[]): ReadonlyMap<Word, number> => {
  const times = new Map<Word, number>()
  for (const { terms, count } of elsewhere)
    for (const word of wordsIn(terms.keys())) times.set(word, (times.get(word) ?? 0) + count)
  return times
}

const headedBy = (all: readonly Counted[], elsewhere: ReadonlyMap<Word, number>): readonly Headed[] => {
  const said = new Map<Word, number>()
  const led = new Map<Word, Counted[]>()
  for (const one of all)
    for (const [word, count] of one.counts) {
      said.set(word, (said.get(word) ?? 0) + count)
      if (count >= one.group.size * heads) led.set(word, [...(led.get(word) ?? []), one])
    }
  return [...led].flatMap(([word, groups]): readonly Headed[] => {
    const size = groups.reduce((sum, { counts }) => sum + (counts.get(word) ?? 0), 0)
    const everywhere = (said.get(word) ?? 0) + (elsewhere.get(word) ?? 0)
    return groups.length > 1 && size >= everywhere * ownWord ? [{ word, groups, size }] : []
  })
}

/**
 * Joins groups of one word of their own: nearly all their questions hold it, and hardly any other question does. The word of
 * the most questions first, so that what two groups share by the way decides nothing between them.
 */
export const joinByOwnWord = (groups: readonly Group[], space: Space, elsewhere: readonly Said[]): readonly Group[] => {
  const times = timesSaid(elsewhere)
  const count = counted(space)
  const apart = groups.filter(standsApart)
  let now = groups.filter((one) => !apart.includes(one)).map(count)
  for (;;) {
    const [first] = headedBy(now, times).toSorted((a, b) => b.size - a.size || (a.word < b.word ? -1 : 1))
    if (!first) return [...apart, ...now.map(({ group }) => group)].toSorted((a, b) => b.size - a.size)
    const joining = new Set(first.groups)
    const joined = count(groupOf(first.groups.flatMap(({ group }) => group.members)))
    now = [...now.filter((one) => !joining.has(one)), joined]
  }
}
