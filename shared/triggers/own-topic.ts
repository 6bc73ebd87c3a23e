import type { OwnTopic, TriggerConfig } from '../config/config.ts'
import { literally, saidIn } from './company-phrases.ts'
import { isOn } from './is-on.ts'
import type { Listen } from './listen.ts'
import type { Phrase } from './phrase.ts'
import { type Fired, type Judged, quote, topic } from './trigger.ts'

// The company's pattern is its own, maybe a slow one: it sees no more than this of a message.
const PATTERN_REACH = 4_000

/** One for each of the company's own topics that the new messages touch: by phrase, by pattern, or in words like its examples. */
export const ownTopics = (judged: Judged, config: TriggerConfig, listen: Listen): readonly Fired[] =>
  config.own.filter((own) => isOn(judged, own)).flatMap((own) => ownTopic(judged, own, listen) ?? [])

const ownTopic = ({ messages }: Judged, own: OwnTopic, listen: Listen): Fired | undefined => {
  const looked = lookedFor(own)
  for (const message of messages) {
    const matched = saidIn(message, looked.phrases) ?? byPattern(message, looked)
    if (matched !== undefined)
      return topic(own.id, { matched, score: 1, threshold: 1 }, `touches ${own.id}: ${quote(matched)}`)
  }
  return byExamples(messages.join('\n'), own, listen)
}

interface LookedFor {
  readonly phrases: readonly Phrase[]
  readonly pattern: RegExp | undefined
}

// The configuration outlives its messages: its phrases are read, and its pattern is compiled, with the first of them.
const known = new WeakMap<OwnTopic, LookedFor>()

const lookedFor = (own: OwnTopic): LookedFor => {
  const before = known.get(own)
  if (before !== undefined) return before
  const pattern = own.pattern === undefined ? undefined : new RegExp(own.pattern, 'iu')
  const made = { phrases: own.phrases.map(literally), pattern }
  known.set(own, made)
  return made
}

const byExamples = (text: string, { id, examples, certain }: OwnTopic, listen: Listen): Fired | undefined => {
  const heard = examples.length === 0 ? undefined : listen(text).find(({ head }) => head === id)
  if (heard === undefined || heard.probability < certain) return undefined
  const { matched } = heard
  const evidence = { matched, score: Number(heard.probability.toFixed(3)), threshold: certain, detail: 'by examples' }
  return topic(id, evidence, `touches ${id}: ${quote(matched)}`)
}

const byPattern = (message: string, { pattern }: LookedFor): string | undefined =>
  pattern?.exec(message.slice(0, PATTERN_REACH))?.[0]
