import type { TriggerConfig } from '../config/config.ts'
import { asksNothing } from './asks-nothing.ts'
import { contentWords } from './content-words.ts'
import { isOn } from './is-on.ts'
import { read } from './reading.ts'
import { type Likeness, likeness } from './similarity.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

// Older messages than these say little about whether the assistant fails now.
const NEWEST = 20
// A question is a few words: a long letter is compared by its beginning, and in bounded time.
const COMPARED_WORDS = 60
const COMPARED_LENGTH = 2_000

interface Asked {
  readonly text: string
  readonly folded: string
  readonly words: ReadonlySet<string>
}

/** The same question for the `times`-th time, in the same or other words: the assistant has had its chances. */
export const repeatedQuestion = (judged: Judged, config: TriggerConfig): Fired | undefined => {
  const { times, similarity: floor } = config['repeated-question']
  if (!isOn(judged, config['repeated-question'])) return undefined
  const { messages, earlier } = judged
  if (messages.length + earlier.length < times) return undefined
  const before = questionsIn(earlier)
  const fresh = questionsIn(messages)
  for (const [at, one] of fresh.entries()) {
    const family = askedBefore(one, [...before, ...fresh.slice(0, at)].slice(-NEWEST), floor)
    if (family !== undefined && family.count + 1 >= times) return asksAgain(one.text, family, floor)
  }
  return undefined
}

const questionsIn = (texts: readonly string[]): readonly Asked[] =>
  texts
    .slice(-NEWEST)
    .map((text) => text.slice(0, COMPARED_LENGTH).toWellFormed())
    .filter((text) => !asksNothing(text))
    .map(asked)

const asked = (text: string): Asked => ({
  text,
  folded: read(text)
    .words.map((word) => word.text)
    .join(' '),
  words: new Set([...contentWords(text)].slice(0, COMPARED_WORDS)),
})

interface Family {
  readonly count: number
  readonly score: number
}

/** What is alike to the new question, and what is alike to that: people rephrase their last attempt, not their first. */
const askedBefore = (one: Asked, before: readonly Asked[], floor: number): Family | undefined => {
  const near = before.filter((other) => alike(one, other).score >= floor)
  const far = before.filter((other) => near.some((via) => alike(via, other).score >= floor))
  const family = [...new Set([...near, ...far])]
  const pairs = family.flatMap((other, at) => [one, ...family.slice(0, at)].map((via) => alike(via, other)))
  if (!pairs.some(({ strong }) => strong)) return undefined
  return { count: family.length, score: Math.max(...pairs.map(({ score }) => score)) }
}

const alike = (one: Asked, other: Asked): Likeness =>
  one.folded === other.folded ? { score: 1, strong: true } : likeness(one.words, other.words)

const asksAgain = (matched: string, { count, score }: Family, threshold: number): Fired => {
  const detail = `asked ${count + 1} times`
  return failure(
    'repeated-question',
    { matched, score: Number(score.toFixed(3)), threshold, detail },
    `${detail}: ${quote(matched)}`,
  )
}
