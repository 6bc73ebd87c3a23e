import type { Case } from './case.ts'
import { withoutCourtesies } from './courtesy.ts'
import type { Group } from './group.ts'
import { masked } from './masked.ts'
import type { Distinct, Vector } from './vectors.ts'

const longestName = 90
const longestSample = 240
const wordsAtLeast = 3
/** Samples are taken from this share of the group, the nearest to its middle. */
const centralShare = 0.6

/** At a word, with the sign that there was more. */
export const cut = (text: string, length: number): string =>
  text.length <= length
    ? text
    : `${text
        .slice(0, length - 1)
        .toWellFormed()
        .replace(/\s+\S*$/, '')}…`

const wordCount = (text: string): number => (/\s/.test(text) ? text.split(/\s+/).length : Math.ceil(text.length / 2))

/** The shortest: without the greetings around it. */
const plainest = ({ cases }: Distinct): Case | undefined =>
  cases.toSorted(
    (a, b) =>
      a.asked.length - b.asked.length ||
      (a.asked === b.asked ? (a.handoffId < b.handoffId ? -1 : 1) : a.asked < b.asked ? -1 : 1),
  )[0]

const askedOf = (member: Distinct): string => plainest(member)?.asked ?? ''

const byCentrality = ({ centre, members }: Group): readonly Distinct[] =>
  members
    .map((member) => ({ member, likeness: centre.likeness(member.vector), asked: askedOf(member) }))
    .toSorted((a, b) => b.likeness - a.likeness || (a.asked < b.asked ? -1 : 1))
    .map(({ member }) => member)

const mainLanguage = ({ members }: Group): string => {
  const counts = new Map<string, number>()
  for (const { language, cases } of members) counts.set(language, (counts.get(language) ?? 0) + cases.length)
  return [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? ''
}

/** Whose question is nearest to what all of them ask, in the language that most asked in, and short enough for a name. */
const namesake = (group: Group): Distinct => {
  const language = mainLanguage(group)
  const own = byCentrality(group).filter((member) => member.language === language)
  const sayable = own.find((member) => {
    const asked = askedOf(member)
    return asked.length <= longestName && wordCount(asked) >= wordsAtLeast
  })
  return sayable ?? own[0] ?? (group.members[0] as Distinct)
}

/** As a customer put it, without the greeting. */
export const nameOf = (group: Group): string => cut(masked(withoutCourtesies(askedOf(namesake(group)))), longestName)

const dot = (one: Vector, other: Vector): number => {
  let [sum, at, place] = [0, 0, 0]
  while (at < one.terms.length && place < other.terms.length) {
    const [a, b] = [one.terms[at] ?? 0, other.terms[place] ?? 0]
    if (a === b) sum += (one.weights[at++] ?? 0) * (other.weights[place++] ?? 0)
    else if (a < b) at++
    else place++
  }
  return sum
}

/**
 * The question that names the group, then those least like the ones chosen. Nobody's words stand in a report without the
 * handoff that they are of: an erasure finds it by that alone.
 */
export const samplesOf = (
  group: Group,
  most = 5,
): readonly { readonly text: string; readonly language: string; readonly handoffId: string }[] => {
  const sorted = byCentrality(group)
  const chosen: Distinct[] = [namesake(group)]
  const central = sorted.slice(0, Math.min(200, Math.max(most, Math.ceil(sorted.length * centralShare))))
  const near = central.filter((one) => !chosen.includes(one))
  while (chosen.length < most && near.length > 0) {
    const strangeness = (one: Distinct) => Math.max(0, ...chosen.map((other) => dot(one.vector, other.vector)))
    const [next] = near.toSorted((a, b) => strangeness(a) - strangeness(b))
    if (!next) break
    chosen.push(next)
    near.splice(near.indexOf(next), 1)
  }
  return chosen.map((member) => ({
    text: cut(masked(askedOf(member)), longestSample),
    language: member.language,
    handoffId: plainest(member)?.handoffId ?? '',
  }))
}
