import { asksNothing } from '../../asks-nothing.ts'
import { ask, hear } from '../asked.ts'
import type { RepeatModel } from '../model.ts'
import { probability } from '../triple.ts'
import { triplesOf } from '../triples.ts'
import type { Conversation } from './conversations.ts'
import { fitLogistic } from './fit-logistic.ts'

export interface TripleOptions {
  readonly epochs: number
  readonly rate: number
  readonly ridge: number
  /** How often the likest triple of each conversation is chosen anew. */
  readonly choices: number
}

/** The triples of a conversation, of which one asks the same thrice or none does. */
export interface Bag {
  readonly triples: readonly (readonly number[])[]
  readonly repeats: boolean
}

/** Which of the features says how alike the middle pair is: what a first choice goes by. */
const MIDDLE = 2

/** One in so many is read as if of a language that no lexicon knows. */
const UNKNOWN = 9

export const bagsOf = (conversations: readonly Conversation[], model: RepeatModel): readonly Bag[] =>
  conversations
    .map(({ messages, repeats }, at) => ({ triples: featuresOf(messages, model, at % UNKNOWN === 0), repeats }))
    .filter(({ triples }) => triples.length > 0)

/** Learns when three messages ask the same, where only the conversation is known to have such three or none. */
export const trainTriples = (
  bags: readonly Bag[],
  random: () => number,
  { choices, ...options }: TripleOptions,
): readonly number[] => {
  const size = bags[0]?.triples[0]?.length ?? 0
  let weights = Array.from({ length: size }, (_, at) => Number(at === MIDDLE))
  for (let choice = 0; choice < choices; choice++) {
    const cases = bags.map(({ triples, repeats }) => {
      const values = likest(triples, weights)
      return { at: [...values.keys()], values, holds: repeats }
    })
    weights = [...fitLogistic(cases, { ...options, size, ridge: () => options.ridge, random })]
  }
  return weights
}

const likest = (triples: Bag['triples'], weights: readonly number[]): readonly number[] =>
  triples.reduce((best, one) => (probability(one, weights) > probability(best, weights) ? one : best))

const featuresOf = (messages: readonly string[], model: RepeatModel, unknown: boolean): Bag['triples'] => {
  const heard = messages.filter((message) => !asksNothing(message)).map(hear)
  const lexicons = unknown ? [] : model.spoken(heard.flatMap(({ units }) => units))
  const asked = heard.map((one) => ask(one, lexicons, model.telling))
  const newest = asked.pop()
  return newest === undefined ? [] : triplesOf(newest, asked, model).map(({ features }) => features)
}
