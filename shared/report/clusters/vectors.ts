import type { Case, NearArticle } from './case.ts'
import { isNeutral, type Terms, termsOf } from './terms.ts'

/** Unit length; terms by number, ascending. */
export interface Vector {
  readonly terms: Int32Array
  readonly weights: Float32Array
}

/** Questions that come to the same, counted once. */
export interface Distinct {
  readonly key: string
  readonly language: string
  /** Asks about the customer's own things. */
  readonly own: boolean
  readonly vector: Vector
  readonly cases: readonly Case[]
}

export interface Space {
  readonly questions: readonly Distinct[]
  /** By a term's number. */
  readonly names: readonly string[]
  /** Terms by number that questions of several languages use. */
  readonly shared: ReadonlySet<number>
  /** Where another question would stand among them. */
  readonly place: (question: Placed & { readonly asked: string }) => Vector
}

export interface Placed {
  readonly language: string
  readonly articles: readonly Pick<NearArticle, 'url' | 'confidence' | 'sureness'>[]
  readonly floor?: number
  readonly topic?: string
}

/** Of a vector's square: what is said counts more than what was found near it. */
const contextShare = 0.22
const usualFloor = 0.5
const own = '!own'
/** What every one of them names still says a little. */
const leastRarity = 0.01

const contextOf = ({ articles: [best], topic }: Placed): readonly string[] => [
  ...(best ? [`@${best.url}`] : []),
  ...(topic === undefined ? [] : [`#${topic}`]),
]

/** The farther an article fell short of the floor, the less it and its topic say of what was asked. */
const contextShareOf = ({ articles: [best], floor = usualFloor }: Placed): number =>
  contextShare * (best ? Math.min(1, (best.sureness ?? best.confidence) / floor) ** 2 : 1)

/** A question that was asked so often. */
export interface Said {
  readonly language: string
  readonly terms: Terms
  readonly count: number
}

/**
 * How often each term is said, by language: a little word of a language that nobody listed shows by that. With the questions
 * that were answered, what a gap is about weighs more than what all customers speak of.
 */
const frequencies = (read: readonly Said[]) => {
  const said = new Map<string, Map<string, number>>()
  const all = new Map<string, number>()
  for (const { language, terms, count } of read) {
    const own = said.get(language) ?? new Map<string, number>()
    said.set(language, own)
    all.set(language, (all.get(language) ?? 0) + count)
    for (const term of terms.keys()) own.set(term, (own.get(term) ?? 0) + count)
  }
  return (language: string, term: string): number => {
    // A language of few questions tells little of its words: as if there were some more.
    const total = (all.get(language) ?? 0) + 20
    return Math.log(total / ((said.get(language)?.get(term) ?? 0) + 0.5)) / Math.log(total)
  }
}

const numbering = () => {
  const numbers = new Map<string, number>()
  return {
    names: () => [...numbers.keys()],
    of: (term: string): number => {
      const known = numbers.get(term)
      if (known !== undefined) return known
      numbers.set(term, numbers.size)
      return numbers.size - 1
    },
  }
}

const scaled = (weights: ReadonlyMap<number, number>, square: number): [number, number][] => {
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0))
  return length === 0 ? [] : [...weights].map(([term, weight]) => [term, (weight / length) * Math.sqrt(square)])
}

const vectorOf = (entries: readonly [number, number][]): Vector => {
  const sorted = entries.toSorted(([a], [b]) => a - b)
  return {
    terms: Int32Array.from(sorted, ([term]) => term),
    weights: Float32Array.from(sorted, ([, weight]) => weight),
  }
}

const grouped = (cases: readonly Case[]) => {
  const found = new Map<string, { readonly terms: Terms; readonly cases: Case[] }>()
  for (const one of cases) {
    const terms = termsOf(one.asked)
    const key = `${one.language} ${[...terms.keys()].sort().join(' ')} ${contextOf(one).join(' ')}`
    const known = found.get(key)
    if (known) known.cases.push(one)
    else found.set(key, { terms, cases: [one] })
  }
  return [...found].map(([key, { terms, cases }]) => ({ key, terms, cases, count: cases.length }))
}

const sharedTerms = (questions: readonly Distinct[]): ReadonlySet<number> => {
  const first = new Map<number, string>()
  const shared = new Set<number>()
  for (const { language, vector } of questions)
    for (const term of vector.terms) {
      const known = first.get(term)
      if (known === undefined) first.set(term, language)
      else if (known !== language) shared.add(term)
    }
  return shared
}

/** Weighs the words of all questions against each other; those that hold none are left out. The same for any order of the cases. */
export const spaceOf = (cases: readonly Case[], elsewhere: readonly Said[] = []): Space => {
  const read = grouped(cases)
    .filter(({ terms }) => terms.size > 0)
    .map((one) => ({ ...one, language: one.cases[0]?.language ?? '' }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
  const [rarity, rarityHere] = [frequencies([...read, ...elsewhere]), frequencies(read)]
  const rarityAmongOwn = frequencies(read.filter(({ terms }) => terms.has(own)))
  const numbers = numbering()
  const stand = (question: Placed, terms: Terms): Vector => {
    // A concept is no word that a gap could be about: answered questions make it no rarer.
    const rareAmongAll = (term: string) => (isNeutral(term) ? rarityHere : rarity)(question.language, term)
    const isOwn = terms.has(own)
    // What nearly all name who ask about their own things, an order, hardly tells these from one another.
    const rare = (term: string) => {
      const among = isOwn ? Math.max(leastRarity, rarityAmongOwn(question.language, term)) : 1
      return Math.sqrt(rareAmongAll(term) * Math.min(rareAmongAll(term), among))
    }
    const said = new Map([...terms].map(([term, says]) => [numbers.of(term), says * rare(term)] as const))
    const context = new Map(contextOf(question).map((term) => [numbers.of(term), 1] as const))
    const share = context.size > 0 ? contextShareOf(question) : 0
    return vectorOf([...scaled(said, 1 - share), ...scaled(context, share)])
  }
  const questions = read.map(({ key, language, terms, cases }): Distinct => {
    const [one] = cases
    return { key, language, cases, own: terms.has(own), vector: stand(one ?? { language, articles: [] }, terms) }
  })
  return {
    questions,
    names: numbers.names(),
    shared: sharedTerms(questions),
    place: (question) => stand(question, termsOf(question.asked)),
  }
}
