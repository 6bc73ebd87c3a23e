import { expand } from '../../words/training/expand.ts'
import { pick, seededRandom } from '../../words/training/random.ts'
import type { ExampleLine } from './example-lines.ts'

const SEED = 20261122
/** Lines looked at, and kept: enough to know what is common in messages, few enough to train on in a second. */
const DRAWN = 6000
const NEAR = 400
const FAR = 800

/** Messages about anything else. */
export interface Background {
  /** Those that share most words with the examples: only they show which words are not the topic. */
  readonly near: readonly string[]
  /** As they come. */
  readonly far: readonly string[]
}

/** Drawn from the authored lines. The same lines and examples, the same draw. */
export const otherMessages = (lines: readonly ExampleLine[], examples: readonly string[]): Background => {
  const random = seededRandom(SEED)
  const drawn = Array.from({ length: DRAWN }, () => pick(lines, random)).flatMap((line) =>
    line === undefined ? [] : expand(line.text, 1, random),
  )
  const texts = [...new Set(drawn)]
  const likeness = likenessTo(examples, texts)
  const near = texts
    .map((text) => ({ text, score: likeness(text) }))
    .sort((one, other) => other.score - one.score)
    .slice(0, NEAR)
    .map(({ text }) => text)
  return { near, far: texts.slice(0, FAR) }
}

/** By the rarity of the words that a text shares with any example, for its length. */
const likenessTo = (examples: readonly string[], texts: readonly string[]): ((text: string) => number) => {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap(wordsOf)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const known = new Set(examples.flatMap(wordsOf))
  return (text) => {
    const words = wordsOf(text)
    const shared = words.filter((word) => known.has(word))
    return shared.reduce((sum, word) => sum + 1 / Math.sqrt(counts.get(word) ?? 1), 0) / Math.sqrt(words.length || 1)
  }
}

const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
