import { seededRandom } from '../../../words/training/random.ts'
import { ask, hear } from '../asked.ts'
import { readRepeatModel, type WrittenModel } from '../model.ts'
import type { Network } from '../network.ts'
import { aspectsOf } from './aspects.ts'
import { writeCommon } from './common-words.ts'
import { composeConversations } from './conversations.ts'
import type { Group } from './groups.ts'
import { phrasingsOf } from './phrasings.ts'
import type { SameExamples } from './same-folder.ts'
import { tellingOf } from './telling.ts'
import { type LearntPairs, type PairOptions, trainPairs } from './train-pairs.ts'
import { bagsOf, type TripleOptions, trainTriples } from './train-triples.ts'
import { meaningNames, writeForms } from './write-lexicon.ts'

export interface RepeatTraining {
  readonly seed: number
  /** Conversations of each kind for each group. */
  readonly rounds: number
  readonly folds: number
  readonly pairs: PairOptions
  readonly triples: TripleOptions
}

/** What makes the weights that are checked in. */
export const usualRepeatTraining: RepeatTraining = {
  seed: 20261122,
  rounds: 3,
  folds: 3,
  pairs: {
    draws: 3,
    epochs: 6,
    rate: 0.1,
    ridge: 0.0001,
    meaningRidge: 0.01,
    network: { units: 12, epochs: 4, rate: 0.02, ridge: 0.00001 },
  },
  triples: {
    epochs: 30,
    rate: 0.1,
    ridge: 0.0001,
    choices: 4,
  },
}

/** Words first, then what makes two messages alike, then what makes three the same: the same model for the same examples. */
export const trainRepeats = (examples: SameExamples, training: RepeatTraining): WrittenModel => {
  const { groups, talk, dialogues } = examples
  const random = seededRandom(training.seed)
  const words = wordsOf(examples)
  const withPairs = (learnt: readonly Group[]): WrittenModel => {
    const phrasings = phrasingsOf(learnt, talk, random)
    return { ...words, ...writtenPairs(trainPairs(learnt, phrasings, readRepeatModel(words), random, training.pairs)) }
  }
  // Likenesses of messages that they were learnt on are surer than those of messages to come.
  const bags = foldsOf(groups, training.folds).flatMap(({ learnt, unseen }, fold) => {
    const model = readRepeatModel(withPairs(learnt))
    const own = dialogues.filter((_, at) => at % training.folds === fold)
    return bagsOf(composeConversations(phrasingsOf(unseen, talk, random), own, training.rounds, random), model)
  })
  const triple = trainTriples(bags, random, training.triples)
  return { ...withPairs(groups), triple: written(triple) }
}

/** Whole families, so that what is unseen has its near misses beside it. */
const foldsOf = (groups: readonly Group[], folds: number) => {
  const families = [...new Set(groups.map(({ family }) => family))]
  return Array.from({ length: folds }, (_, fold) => {
    const held = new Set(families.filter((_, at) => at % folds === fold))
    return {
      learnt: groups.filter(({ family }) => !held.has(family)),
      unseen: groups.filter(({ family }) => held.has(family)),
    }
  })
}

const writtenPairs = ({ dense, shared, apart, crossed, network }: LearntPairs): Partial<WrittenModel> => ({
  pair: written(dense),
  shared: written(shared),
  apart: written(apart),
  network: writtenNetwork(network),
  crossed: crossed.map(([one, other, weight]) => `${one}:${other}:${Number(weight.toFixed(DECIMALS))}`).join(' '),
})

const writtenNetwork = ({ out, hidden }: Network): string => `${written([...out])};${written([...hidden])}`

const DECIMALS = 3

const written = (numbers: readonly number[]): string => numbers.map((one) => Number(one.toFixed(DECIMALS))).join(' ')

const wordsOf = ({ groups: all, meanings }: SameExamples): WrittenModel => {
  // A thing that a whole family is about would seem a word that tells nothing.
  const groups = all.filter(({ thing, together }) => thing === undefined && together !== true)
  const names = meaningNames(meanings.en ?? '')
  const languages = Object.keys(meanings)
  const words = {
    meanings: names.join(' '),
    telling: written(names.map(() => 1)),
    aspects: '',
    pair: '',
    shared: '',
    apart: '',
    crossed: '',
    network: '',
    triple: '',
    common: Object.fromEntries(languages.map((language) => [language, writeCommon(groups, language)])),
    forms: Object.fromEntries(
      languages.map((language) => [language, writeForms(language, meanings[language] ?? '', names)]),
    ),
  }
  return { ...words, telling: written(tellingMeanings(groups, words)), aspects: written(aspectsOfMeanings(all, words)) }
}

const meaningsIn = (words: WrittenModel) => {
  const { lexicons, telling } = readRepeatModel(words)
  return (line: string, { language }: Group): Iterable<number> => {
    const own = lexicons.filter((lexicon) => lexicon.language === language)
    return ask(hear(line), own, telling).meanings.keys
  }
}

const LEAST = 0.1
const SELDOM = 4.5

/** In nats, over all languages: a meaning tells as much in each. */
const tellingMeanings = (groups: SameExamples['groups'], words: WrittenModel): readonly number[] => {
  const found = tellingOf(groups, meaningsIn(words))
  const weights = new Map(found.map(({ what, weight }) => [what, Math.max(LEAST, weight)]))
  return words.telling.split(' ').map((_, meaning) => weights.get(meaning) ?? SELDOM)
}

const aspectsOfMeanings = (groups: SameExamples['groups'], words: WrittenModel): readonly number[] => {
  const weights = aspectsOf(groups, meaningsIn(words))
  return words.telling.split(' ').map((_, meaning) => weights.get(meaning) ?? 0)
}
