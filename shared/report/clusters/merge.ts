import { coherenceOf, type Group, groupOf } from './group.ts'
import { isNeutral } from './terms.ts'
import type { Space } from './vectors.ts'

const sameAt = 0.42
/** Over what knows no language: concepts, names, the nearest article, the topic. */
const acrossAt = 0.5
/** Of it, what the customers themselves said. */
const saidAt = 0.3
/** Of all that either says: one common thing beside much else, a lamp, makes no matter of two. */
const wholeAt = 0.2
/** Mean likeness to their middle of what is put together: under it they are about more than one matter. */
const stillOne = 0.5
const rounds = 6
/** What a group is held against others by: the rest of its terms weighs next to nothing. */
const heaviestTerms = 60
/** Of these, the ones by which others are found that may be the same. */
const lookedUp = 10
/** Of the groups that have a weighty term in common, the largest are held against each other. */
const mostTogether = 60

interface Sketch {
  /** Most of them ask about their own things. */
  readonly own: boolean
  readonly language: string
  readonly sums: ReadonlyMap<number, number>
}

const languageOf = ({ members }: Group): string => {
  const counts = new Map<string, number>()
  for (const { language, cases } of members) counts.set(language, (counts.get(language) ?? 0) + cases.length)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

const isOwn = ({ members, size }: Group): boolean =>
  members.reduce((sum, { own, cases }) => sum + (own ? cases.length : 0), 0) * 2 >= size

const sketchOf = (group: Group): Sketch => ({
  own: isOwn(group),
  language: languageOf(group),
  sums: new Map([...group.centre.sums].toSorted(([a, x], [b, y]) => y - x || a - b).slice(0, heaviestTerms)),
})

/** Cosine over the terms that `counts` names. */
const likeness = (one: Sketch, other: Sketch, counts: (term: number) => boolean): number => {
  let [dot, square, otherSquare] = [0, 0, 0]
  for (const [term, sum] of one.sums) {
    if (!counts(term)) continue
    square += sum * sum
    dot += sum * (other.sums.get(term) ?? 0)
  }
  for (const [term, sum] of other.sums) if (counts(term)) otherSquare += sum * sum
  return square === 0 || otherSquare === 0 ? 0 : dot / Math.sqrt(square * otherSquare)
}

/** Places of two that have a weighty term in common, the larger first. */
const pairsOf = (sketches: readonly (Sketch | undefined)[]): readonly (readonly [number, number])[] => {
  const byTerm = new Map<number, number[]>()
  sketches.forEach((sketch, at) => {
    for (const term of [...(sketch?.sums.keys() ?? [])].slice(0, lookedUp)) {
      const places = byTerm.get(term)
      if (!places) byTerm.set(term, [at])
      else if (places.length < mostTogether) places.push(at)
    }
  })
  const pairs = new Map<number, readonly [number, number]>()
  for (const places of byTerm.values())
    for (const [n, one] of places.entries())
      for (const other of places.slice(n + 1)) pairs.set(one * sketches.length + other, [one, other])
  return [...pairs.values()].toSorted(([a, b], [c, d]) => a - c || b - d)
}

const likenessIn = ({ names, shared }: Space) => {
  const isAcross = (term: number) => shared.has(term) || isNeutral(names[term] ?? '')
  const isSaid = (term: number) => isAcross(term) && !/^[@#]/.test(names[term] ?? '')
  const alikeAcross = (one: Sketch, other: Sketch): boolean =>
    likeness(one, other, isAcross) >= acrossAt &&
    likeness(one, other, isSaid) >= saidAt &&
    (one.own || likeness(one, other, () => true) >= wholeAt)
  return (one: Sketch, other: Sketch): boolean => {
    if (one.own !== other.own) return false
    return one.language === other.language ? likeness(one, other, () => true) >= sameAt : alikeAcross(one, other)
  }
}

/** By the place of a group, the place of the larger one that it joins; nothing joins one that itself joins another. */
const partnersOf = (groups: readonly Group[], alike: ReturnType<typeof likenessIn>): ReadonlyMap<number, number> => {
  const sketches = groups.map((group) => (group.size > 1 ? sketchOf(group) : undefined))
  const partner = new Map<number, number>()
  const hosts = new Set<number>()
  for (const [one, other] of pairsOf(sketches)) {
    const [x, y] = [sketches[one], sketches[other]]
    if (!x || !y || partner.has(one) || partner.has(other) || hosts.has(other) || !alike(x, y)) continue
    partner.set(other, one)
    hosts.add(one)
  }
  return partner
}

/** One after the other, as long as what they are together is still about something. */
const joined = (groups: readonly Group[], partner: ReadonlyMap<number, number>): readonly Group[] => {
  const hosts = new Map<number, Group>()
  const left: Group[] = []
  for (const [at, hostAt] of partner) {
    const [host, guest] = [hosts.get(hostAt) ?? groups[hostAt], groups[at]]
    if (!host || !guest) continue
    const together = groupOf([...host.members, ...guest.members])
    if (coherenceOf(together) >= stillOne) hosts.set(hostAt, together)
    else left.push(guest)
  }
  return [...groups.flatMap((group, at) => (partner.has(at) ? [] : [hosts.get(at) ?? group])), ...left]
}

/** Puts groups together that are about one matter, the largest first, until none is left that is like another. */
export const mergeGroups = (groups: readonly Group[], space: Space): readonly Group[] => {
  const alike = likenessIn(space)
  let now = groups.toSorted((a, b) => b.size - a.size)
  for (let round = 0; round < rounds; round++) {
    const partner = partnersOf(now, alike)
    if (partner.size === 0) break
    now = joined(now, partner).toSorted((a, b) => b.size - a.size)
  }
  return now
}
