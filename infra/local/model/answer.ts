import { isSmallTalk } from '#shared/knowledge/small-talk.ts'
import { isStopWord } from '#shared/knowledge/stop-words.ts'
import { stem, wordsOf } from '#shared/knowledge/words.ts'
import { phrasesFor } from './phrasebook.ts'
import type { OfferedPassage, Prompt } from './read-prompt.ts'

export interface Answer {
  readonly text: string
  readonly answered: boolean
  readonly topic?: string
}

/** Below this share of the question's words in one passage, a careful reader would not call it an answer. */
const leastCoverage = 0.3
const mostSentences = 3
const longestAnswerCharacters = 600

export const contentStems = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  )

const sentencesOf = (markdown: string): string[] => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return markdown
    .split(/\n+/)
    .filter((line) => !/^\s*(#|\|?\s*:?-{3})/.test(line))
    .map((line) => line.replace(/^\s*(?:[-*]|\d+\.)\s+/, '').replace(/\*\*|__|`/g, ''))
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence.length > 1)
}

/** Stems agree when equal or when the longer begins with the shorter: "liefer" is in "lieferzeit". */
const holds = (stems: ReadonlySet<string>, wanted: string): boolean =>
  stems.has(wanted) || (wanted.length > 4 && [...stems].some((other) => other.startsWith(wanted)))

const shared = (question: ReadonlySet<string>, text: string): number => {
  const stems = contentStems(text)
  return [...question].filter((wanted) => holds(stems, wanted)).length
}

const bestPassage = (question: ReadonlySet<string>, passages: readonly OfferedPassage[]) =>
  passages
    .map((passage) => ({ passage, coverage: shared(question, `${passage.title}\n${passage.text}`) / question.size }))
    .reduce<{ passage: OfferedPassage; coverage: number } | undefined>(
      (best, next) => (best && best.coverage >= next.coverage ? best : next),
      undefined,
    )

/** The sentence that shares most with the question, and the ones after it: what follows usually completes it. */
const extract = (question: ReadonlySet<string>, passage: OfferedPassage): string => {
  const sentences = sentencesOf(passage.text)
  const points = sentences.map((sentence) => shared(question, sentence))
  const start = points.indexOf(Math.max(...points))
  const chosen = sentences.slice(start, start + mostSentences)
  while (chosen.length > 1 && chosen.join(' ').length > longestAnswerCharacters) chosen.pop()
  return chosen.join(' ')
}

const smallTalkAnswer = (message: string): Answer => {
  const { greeting, thanks } = phrasesFor(message)
  const thanked = /thank|thx|dank|graci|merci|obrigad|grazi/iu.test(message)
  return { text: thanked ? thanks : greeting, answered: true }
}

/** Answers in the passages' own sentences: a stand-in knows nothing and must invent nothing. */
export const answerFromPassages = ({ customerMessage, passages }: Prompt): Answer => {
  if (isSmallTalk(customerMessage)) return smallTalkAnswer(customerMessage)
  const question = contentStems(customerMessage)
  const best = bestPassage(question, passages)
  const text = best && best.coverage >= leastCoverage ? extract(question, best.passage) : ''
  if (!best || !text) return { text: phrasesFor(customerMessage).unknown, answered: false }
  return { text, answered: true, ...(best.passage.topic ? { topic: best.passage.topic } : {}) }
}
