import { foreignLink } from '../assistant/foreign-link.ts'
import { promisedPerson } from '../assistant/promised-person.ts'
import type { Passage } from '../knowledge/passage.ts'
import { vouchedValues } from '../thread/vouching.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import { assistantUnavailable } from '../triggers/assistant-unavailable.ts'
import { type Fired, failure, quote } from '../triggers/trigger.ts'
import type { OpenTurn } from './turn.ts'

export interface DraftGrounds {
  readonly turn: Pick<OpenTurn, 'history' | 'thread' | 'customer'>
  readonly passages: readonly Passage[]
  /** What the company's tools told in this turn. */
  readonly records: readonly Pick<ToolRecord, 'result'>[]
  /** The company's own hosts. */
  readonly sites: readonly string[]
}

/**
 * What a draft may not say by itself. A person who is promised is called, for real; a link that leads to nobody we know
 * is not sent, and a person answers instead.
 */
export const judgeDraft = (reply: string, { turn, passages, records, sites }: DraftGrounds): readonly Fired[] => {
  const verified = Object.values({ ...turn.customer?.verified, ...vouchedValues(turn.thread.vouchings) })
  // What was told before was judged then, or a person wrote it.
  const told = turn.history.filter(({ author, internal }) => author.kind !== 'customer' && internal !== true)
  const texts = [...told.map(({ text }) => text), ...records.flatMap(({ result }) => fieldsAlone(result))]
  const written = [...passages, ...texts.map((text) => ({ url: '', title: '', text }))]
  const promise = promisedPerson(reply)
  const link = foreignLink(reply, { passages: written, sites, verified })
  return [
    ...(promise === undefined ? [] : [promised(promise)]),
    ...(link === undefined ? [] : [assistantUnavailable('foreign-link')]),
  ]
}

/** Fields that are one word, as a link is: what a sentence of a field says may be somebody else's, such as a gift's note. */
const fieldsAlone = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return /^\S+$/.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(fieldsAlone) : []
}

const promised = (sentence: string): Fired =>
  failure(
    'asked-for-human',
    {
      matched: sentence.slice(0, longestMatch).toWellFormed(),
      score: 1,
      threshold: 1,
      detail: 'promised by the draft',
    },
    `the assistant was about to promise a person: ${quote(sentence)}`,
  )

const longestMatch = 200
