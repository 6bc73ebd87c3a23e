import { namesNoMatter } from './asked.ts'
import type { Case } from './case.ts'
import { type Group, groupOf } from './group.ts'

/** One customer who asked in one group and then in the other tells nothing. */
const leastSteps = 2
/** Of all who asked again in or out of the one with fewer of them, so many did it in the other. */
const leastShare = 0.3
/** How likely so many are, if whoever asks again asks of anything. */
const mostChance = 0.01

/** Places of the groups in which one customer asked one thing and then the next: the same twice, where it was in one. */
type Step = readonly [number, number]

interface Placed {
  readonly place: number
  readonly one: Case
}

const stepsOfCustomer = (asked: readonly Placed[]): readonly Step[] => {
  const inOrder = asked.toSorted((a, b) => a.one.at - b.one.at || (a.one.handoffId < b.one.handoffId ? -1 : 1))
  return inOrder.slice(1).flatMap((next, at): readonly Step[] => {
    const last = inOrder[at]
    return last && last.one.asked !== next.one.asked ? [[last.place, next.place]] : []
  })
}

/** From each failure of a customer's to their next one; a call for a person is no question. */
const stepsBetween = (groups: readonly Group[]): readonly Step[] => {
  const placed = groups.flatMap(({ members }, place) =>
    members.flatMap(({ cases }) => cases.flatMap((one) => (namesNoMatter(one.trigger) ? [] : [{ place, one }]))),
  )
  const byCustomer = Map.groupBy(placed, ({ one: { threadId, conversationId } }) => threadId ?? conversationId)
  return [...byCustomer.values()].flatMap(stepsOfCustomer)
}

/** That of `all` so many at least come about, each with this chance. */
const chanceOf = (some: number, all: number, chance: number): number => {
  let [term, sum] = [(1 - chance) ** all, 0]
  for (let at = 0; at < some; at++) {
    sum += term
    term *= ((all - at) / (at + 1)) * (chance / (1 - chance))
  }
  return Math.max(0, 1 - sum)
}

interface Pair {
  readonly one: number
  readonly other: number
  readonly weight: number
}

const pairsOf = (steps: readonly Step[], places: number): readonly Pair[] => {
  const [times, between] = [new Map<number, number>(), new Map<number, number>()]
  for (const [a, b] of steps) {
    for (const place of new Set([a, b])) times.set(place, (times.get(place) ?? 0) + 1)
    const key = Math.min(a, b) * places + Math.max(a, b)
    if (a !== b) between.set(key, (between.get(key) ?? 0) + 1)
  }
  return [...between].flatMap(([key, both]): readonly Pair[] => {
    const [one, other] = [Math.floor(key / places), key % places]
    const [fewer = 0, more = 0] = [times.get(one) ?? 0, times.get(other) ?? 0].toSorted((a, b) => a - b)
    const isOne =
      both >= leastSteps &&
      both >= fewer * leastShare &&
      chanceOf(both, fewer, (more - both) / steps.length) <= mostChance
    return isOne ? [{ one, other, weight: (both * both) / fewer }] : []
  })
}

/**
 * Joins groups between which customers went when they asked again: who is not answered says the same in other words, and that
 * tells what no word does.
 */
export const joinByAskedAgain = (groups: readonly Group[]): readonly Group[] => {
  const joined = new Map(groups.map((group, at) => [at, group]))
  let steps = stepsBetween(groups)
  for (;;) {
    const [first] = pairsOf(steps, groups.length).toSorted(
      (a, b) => b.weight - a.weight || a.one - b.one || a.other - b.other,
    )
    if (!first) return [...joined.values()].toSorted((a, b) => b.size - a.size)
    const { one, other } = first
    joined.set(one, groupOf([one, other].flatMap((at) => joined.get(at)?.members ?? [])))
    joined.delete(other)
    steps = steps.map(([a, b]): Step => [a === other ? one : a, b === other ? one : b])
  }
}
