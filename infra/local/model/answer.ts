import { isSmallTalk } from '#shared/knowledge/small-talk.ts'
import { conceptToken, questionTerms, type Term, termsOf, tokensOf } from '#shared/knowledge/terms.ts'
import { detectLanguage } from '#shared/thread/detect-language.ts'
import { phrasesFor } from './phrasebook.ts'
import type { OfferedPassage, Prompt } from './read-prompt.ts'

export interface Answer {
  readonly text: string
  readonly answered: boolean
  readonly topic?: string
  /** The ids that what it is taken from was offered under. */
  readonly sources: readonly string[]
}

/** Below this share of the question's words in one passage, a careful reader would not call it an answer. */
const leastCoverage = 0.3
const mostSentences = 3
const longestAnswerCharacters = 600

/** A text's words and the notions behind them: "money back" and "refund" are one. */
const tokensIn = (text: string): ReadonlySet<string> => new Set(tokensOf(termsOf(text)))

/** A passage may begin with its heading, which is no sentence to answer with. */
const isHeading = (line: string): boolean => line.endsWith('?') || !/[.!:;…]$/.test(line)

const sentencesOf = (markdown: string): string[] => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return markdown
    .split(/\n+/)
    .filter((line) => !/^\s*(#|\|?\s*:?-{3})/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/\*\*|__|`/g, ''))
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence, at, all) => sentence.length > 1 && !(at === 0 && all.length > 1 && isHeading(sentence)))
}

/** Stems agree when equal or when the longer begins with the shorter: "liefer" is in "lieferzeit". */
const holds = (tokens: ReadonlySet<string>, { stem, concepts }: Term): boolean => {
  if (concepts.some((concept) => tokens.has(conceptToken(concept)))) return true
  if (stem === undefined) return false
  return tokens.has(stem) || (stem.length > 4 && [...tokens].some((token) => token.startsWith(stem)))
}

const shared = (question: readonly Term[], text: string): number => {
  const tokens = tokensIn(text)
  return question.filter((term) => holds(tokens, term)).length
}

/** Passages come best first, so a later one must share clearly more of the question to be preferred. */
const pricePerPlace = 0.1

const bestPassage = (question: readonly Term[], passages: readonly OfferedPassage[]) =>
  passages
    .map((passage, place) => {
      const coverage = shared(question, `${passage.title}\n${passage.text}`) / question.length
      return { passage, coverage, points: coverage - place * pricePerPlace }
    })
    .sort((a, b) => b.points - a.points)[0]

const asksForNumber = /how (many|much|long)|wie (viel|lange)|cu[aá]nt|combien|quant[oiae]|(within|at) what|wann|when/iu

/** The sentence that shares most with the question, and the ones after it: what follows usually completes it. */
const extract = (question: readonly Term[], passage: OfferedPassage, wantsNumber: boolean): string => {
  const sentences = sentencesOf(passage.text)
  const points = sentences.map((sentence) => shared(question, sentence) + (wantsNumber && /\d/.test(sentence) ? 1 : 0))
  const start = points.indexOf(Math.max(...points))
  const chosen = sentences.slice(start, start + mostSentences)
  while (chosen.length > 1 && chosen.join(' ').length > longestAnswerCharacters) chosen.pop()
  return chosen.join(' ')
}

const smallTalkAnswer = (message: string): Answer => {
  const { greeting, thanks } = phrasesFor(message)
  const thanked = /thank|thx|dank|graci|merci|obrigad|grazi/iu.test(message)
  return { text: thanked ? thanks : greeting, answered: true, sources: [] }
}

/** It translates nothing, so it answers from what is written in the customer's language, where there is any. */
const inTheirLanguage = ({ customerMessage, passages }: Prompt): readonly OfferedPassage[] => {
  const spoken = detectLanguage(customerMessage)
  const own = passages.filter(({ text }) => detectLanguage(text, spoken) === spoken)
  return spoken === undefined || own.length === 0 ? passages : own
}

/** Answers in the passages' own sentences: a stand-in knows nothing and must invent nothing. */
export const answerFromPassages = (prompt: Prompt): Answer => {
  const { customerMessage } = prompt
  if (isSmallTalk(customerMessage)) return smallTalkAnswer(customerMessage)
  const question = questionTerms(customerMessage, (stem) => stem)
  const best = bestPassage(question, inTheirLanguage(prompt))
  const text =
    best && best.coverage >= leastCoverage ? extract(question, best.passage, asksForNumber.test(customerMessage)) : ''
  if (!best || !text) return { text: phrasesFor(customerMessage).unknown, answered: false, sources: [] }
  return {
    text,
    answered: true,
    sources: [best.passage.id],
    ...(best.passage.topic ? { topic: best.passage.topic } : {}),
  }
}
