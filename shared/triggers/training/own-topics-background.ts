import { wordHash } from '../../words/features.ts'
import { expand } from '../../words/training/expand.ts'
import { seededRandom } from '../../words/training/random.ts'
import type { ExampleLine } from './example-lines.ts'

const SEED = 20261122
/** Lines looked at, and kept: enough to know what is common in messages, few enough to train on in seconds. */
const DRAWN = 6000
const NEAR = 500
const FAR = 1600

/** A common word counts less, and is yet what a topic is most easily mistaken by. */
const COMMON = -0.25

/** Messages about anything else. */
export interface Background {
  /** Those that share most words with the examples: only they show which words are not the topic. */
  readonly near: readonly string[]
  /** As they come. */
  readonly far: readonly string[]
}

/** Drawn from the authored lines. The same lines and examples, the same draw. */
export const otherMessages = (lines: readonly ExampleLine[], examples: readonly string[]): Background => {
  // Fear speaks of fire, falls and wounds as a topic about safety does: it is no proof against one.
  const elsewhere = lines.filter(({ triggers }) => !triggers.includes('distress'))
  // By the texts' own hashes: an author's next line changes one message of the draw and not all of them.
  const drawn = [...new Set(elsewhere.map(({ text }) => text))]
    .map((text) => ({ text, order: wordHash(text) }))
    .sort((one, other) => one.order - other.order)
    .slice(0, DRAWN)
    .flatMap(({ text }) => expand(text, 1, seededRandom(SEED)))
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
    return shared.reduce((sum, word) => sum + (counts.get(word) ?? 1) ** COMMON, 0) / Math.sqrt(words.length || 1)
  }
}

const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
