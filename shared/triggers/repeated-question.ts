import type { TriggerConfig } from '../config/config.ts'
import { contentWords, similarity } from './similarity.ts'
import { isSmallTalk } from './small-talk.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

// Older messages than these say little about whether the assistant fails now.
const NEWEST = 20

/** The same question for the `times`-th time, in the same or other words: the assistant has had its chances. */
export const repeatedQuestion = ({ messages, earlier }: Judged, config: TriggerConfig): Fired | undefined => {
  const { enabled, times, similarity: floor } = config['repeated-question']
  const asked = enabled ? [...earlier, ...messages].filter((text) => !isSmallTalk(text)).slice(-NEWEST) : []
  const words = asked.map(contentWords)
  const fresh = Math.max(0, asked.length - messages.length)
  for (let at = fresh; at < asked.length; at++) {
    const own = words[at] ?? new Set()
    const alike = words
      .slice(0, at)
      .map((other) => similarity(own, other))
      .filter((likeness) => likeness >= floor)
    if (alike.length + 1 >= times) return asksAgain(asked[at] ?? '', alike, floor)
  }
  return undefined
}

const asksAgain = (matched: string, alike: readonly number[], threshold: number): Fired => {
  const score = Number(Math.min(...alike).toFixed(3))
  const detail = `asked ${alike.length + 1} times`
  return failure('repeated-question', { matched, score, threshold, detail }, `${detail}: ${quote(matched)}`)
}
