import { Centre } from './centre.ts'
import type { Distinct, Vector } from './vectors.ts'

export interface Group {
  readonly centre: Centre
  readonly members: readonly Distinct[]
  /** Cases. */
  readonly size: number
}

const joinsAt = 0.35
const passes = 2
/** A term that so many centres have decides nothing that rarer ones do not. */
const mostPostings = 600

class Board {
  readonly centres: Centre[] = []
  readonly #postings = new Map<number, number[]>()
  readonly #scores: number[] = []

  /** The likest centre, and how like. */
  best({ terms, weights }: Vector): { readonly at: number; readonly likeness: number } {
    const touched: number[] = []
    for (let n = 0; n < terms.length; n++) {
      const postings = this.#postings.get(terms[n] ?? -1) ?? []
      if (postings.length > mostPostings) continue
      for (const at of postings) {
        const before = this.#scores[at] ?? 0
        if (before === 0) touched.push(at)
        this.#scores[at] = before + (weights[n] ?? 0) * (this.centres[at]?.sums.get(terms[n] ?? -1) ?? 0)
      }
    }
    let [found, likeness] = [-1, 0]
    for (const at of touched) {
      const score = (this.#scores[at] ?? 0) / (this.centres[at]?.length ?? 1)
      this.#scores[at] = 0
      if (score > likeness || (score === likeness && at < found)) [found, likeness] = [at, score]
    }
    return { at: found, likeness }
  }

  seat(centre: Centre): void {
    for (const term of centre.sums.keys()) this.#post(term, this.centres.length)
    this.centres.push(centre)
  }

  add(question: Distinct, at: number): void {
    const centre = this.centres[at] ?? new Centre()
    this.centres[at] = centre
    for (const term of question.vector.terms) if (!centre.sums.has(term)) this.#post(term, at)
    centre.add(question.vector, question.cases.length)
  }

  #post(term: number, at: number): void {
    const postings = this.#postings.get(term)
    if (postings) postings.push(at)
    else this.#postings.set(term, [at])
  }
}

/** Mean likeness of the members to their middle under which a group is about nothing in particular. */
const leastCoherence = 0.45

/** Members are of unit length: their mean likeness to their sum is its length by their number. */
export const coherenceOf = ({ centre, size }: Group): number => centre.length / size

export const isCoherent = (group: Group): boolean => coherenceOf(group) >= leastCoherence

export const groupOf = (members: readonly Distinct[]): Group => {
  const centre = new Centre()
  for (const { vector, cases } of members) centre.add(vector, cases.length)
  return { centre, members, size: members.reduce((sum, { cases }) => sum + cases.length, 0) }
}

const once = (questions: readonly Distinct[], seeds: readonly Group[]): readonly Group[] => {
  const board = new Board()
  for (const { centre } of seeds) board.seat(centre)
  const seeded = seeds.length > 0
  const members: Distinct[][] = []
  for (const question of questions) {
    const { at, likeness } = board.best(question.vector)
    const place = at >= 0 && likeness >= joinsAt ? at : Math.max(board.centres.length, members.length)
    if (!seeded || place >= board.centres.length) board.add(question, place)
    members[place] ??= []
    members[place]?.push(question)
  }
  return members.filter((some) => some !== undefined).map(groupOf)
}

const groupAlike = (questions: readonly Distinct[]): readonly Group[] => {
  let groups: readonly Group[] = []
  for (let pass = 0; pass < passes; pass++) {
    const seeds = groups.filter(({ members }) => members.length > 1).toSorted((a, b) => b.size - a.size)
    groups = once(questions, seeds)
  }
  return groups
}

/**
 * Each question goes to the group that it is likest, or begins one; then once more, with all groups there. What is asked of
 * one's own things stands apart: "when does my order arrive" is no question of how long deliveries take.
 */
export const groupQuestions = (questions: readonly Distinct[]): readonly Group[] => [
  ...groupAlike(questions.filter(({ own }) => own)),
  ...groupAlike(questions.filter(({ own }) => !own)),
]

/** Which of these groups a question is likest, and how like. */
export const likestOf = (groups: readonly Group[]) => {
  const board = new Board()
  for (const { centre } of groups) board.seat(centre)
  return (vector: Vector) => board.best(vector)
}
