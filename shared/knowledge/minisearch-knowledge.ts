import type MiniSearch from 'minisearch'
import type { SearchOptions, SearchResult } from 'minisearch'
import { type CompiledKnowledge, type StoredPassage, searchableText } from './compiled.ts'
import { conceptStems } from './concepts.ts'
import { entryJudge } from './entries/entry-judge.ts'
import { evidenceFor, type PassageWords, weigh } from './evidence.ts'
import { type IndexedPassage, loadIndex } from './minisearch-index.ts'
import type { Knowledge, Passage, Question } from './passage.ts'
import { probabilityOf } from './probability.ts'
import { type Rankable, rank } from './rank.ts'
import { speaks } from './speaks.ts'
import { respelling } from './spelling.ts'
import { surerPassages } from './surer-passages.ts'
import { questionTerms, termsOf, tokensOf } from './terms.ts'
import { withLeads } from './with-lead.ts'

/** Passages that are looked at closely; the right one is nearly always among the first few of the index. */
const candidatesRead = 12
/** A question is searched by its first words: nobody asks in the four hundredth. */
const longestQuestionCharacters = 2_000
const longestQuestionTerms = 40
/** Enough to put the customer's language first among equals, too little to hide the only article that answers. */
const ownLanguageBoost = 1.4
const shortestPrefix = 5

export interface Found extends Rankable {
  readonly passage: StoredPassage
}

const searchOptions = (passages: readonly StoredPassage[], language: string | undefined): SearchOptions => ({
  boost: { title: 2, heading: 2 },
  boostTerm: (token) => (token.startsWith('~') ? 0.6 : 1),
  prefix: (token) => token.length >= shortestPrefix && !token.startsWith('~'),
  weights: { fuzzy: 0.4, prefix: 0.4 },
  boostDocument: (id) => (speaks(passages[id], language) ? ownLanguageBoost : 1),
})

const wordsOfPassage = (passage: StoredPassage): PassageWords => {
  const tokens = (part: string): Set<string> => new Set(tokensOf(termsOf(part)))
  return { title: tokens(`${passage.title}\n${passage.heading ?? ''}`), all: tokens(searchableText(passage)) }
}

/** Another article in the same language: the same article in another one is no rival. */
const isRival = (own: StoredPassage, other: StoredPassage | undefined): boolean =>
  other !== undefined && other.articleId !== own.articleId && other.language === own.language

const rivalOf = (results: readonly SearchResult[], own: StoredPassage, passages: readonly StoredPassage[]): number =>
  results.find(({ id }) => isRival(own, passages[id]))?.score ?? 0

/** Finds passages with the evidence for each; `rank` turns evidence into confidence and order. */
export const passageFinder = ({ passages, passagesWith, index }: CompiledKnowledge) => {
  const searched: MiniSearch<IndexedPassage> = loadIndex(index)
  const counts = new Map(Object.entries(passagesWith))
  const respell = respelling(new Set([...counts.keys(), ...conceptStems].filter((token) => !token.startsWith('~'))))
  const read = new Map<number, PassageWords>()
  const wordsAt = (id: number, passage: StoredPassage): PassageWords => {
    const words = read.get(id) ?? wordsOfPassage(passage)
    read.set(id, words)
    return words
  }

  return ({ text, language }: Omit<Question, 'limit'>): Found[] => {
    const terms = questionTerms(text.slice(0, longestQuestionCharacters), respell).slice(0, longestQuestionTerms)
    const weighed = weigh(terms, (token) => counts.get(token) ?? 0, passages.length)
    // The question arrives in the index's own tokens: it is not to be taken apart a second time.
    const query = tokensOf(terms).join(' ')
    const options = { ...searchOptions(passages, language), tokenize: (words: string) => words.split(' ') }
    const results = query === '' ? [] : searched.search(query, options).slice(0, candidatesRead)
    return results.flatMap(({ id, score }) => {
      const passage = passages[id]
      if (!passage) return []
      const rivalScore = rivalOf(results, passage, passages)
      const candidate = { words: wordsAt(id, passage), score, rivalScore }
      return [{ passage, evidence: evidenceFor(weighed, candidate), ownLanguage: speaks(passage, language) }]
    })
  }
}

const calibrated = ({ confidence: sureness, ...passage }: Passage): Passage => ({
  ...passage,
  confidence: probabilityOf(sureness),
  sureness,
})

/** Knowledge from the index that synth compiled into the bundle: no network, a few milliseconds. */
export const minisearchKnowledge = (compiled: CompiledKnowledge): Knowledge => {
  const find = passageFinder(compiled)
  const judge = compiled.entries && entryJudge(compiled.entries)
  return {
    retrieve: async ({ limit, ...question }) => {
      const found = rank(find(question)).map(({ passage, confidence }): Passage => ({ ...passage, confidence }))
      if (!judge) return withLeads(found.slice(0, limit), compiled.passages)
      const { entry: articleId, confidence } = judge(question.text)
      const surer = surerPassages(found, { articleId, confidence }, compiled.passages)
      return withLeads(surer.slice(0, limit).map(calibrated), compiled.passages)
    },
  }
}
