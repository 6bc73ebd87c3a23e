import type { TriggerConfig } from '../config/config.ts'
import { Remembered } from '../words/remembered.ts'
import { asksNothing } from './asks-nothing.ts'
import type { Ears } from './ears.ts'
import { isOn } from './is-on.ts'
import { alike } from './repeated/alike.ts'
import { type Asked, ask, type Heard, hear } from './repeated/asked.ts'
import type { Lexicon } from './repeated/lexicon.ts'
import type { RepeatModel } from './repeated/model.ts'
import { type Fired, failure, type Judged, quote } from './trigger.ts'

// Older messages than these say little about whether the assistant fails now.
const NEWEST = 20

/** The same question for the `times`-th time, in the same or other words: the assistant has had its chances. */
export const repeatedQuestion = (
  judged: Judged,
  config: TriggerConfig,
  { repeats }: Pick<Ears, 'repeats'>,
): Fired | undefined => {
  const { times, similarity: floor } = config['repeated-question']
  if (!isOn(judged, config['repeated-question'])) return undefined
  if (judged.messages.length + judged.earlier.length < times) return undefined
  const before = questionsIn(judged.earlier)
  const fresh = questionsIn(judged.messages)
  if (fresh.length === 0 || before.length + fresh.length < times) return undefined
  const model = repeats()
  const asked = read([...before, ...fresh], model)
  for (let at = before.length; at < asked.length; at++) {
    const newest = asked[at]
    const likest = newest === undefined ? [] : alike(newest, asked.slice(Math.max(0, at - NEWEST), at), times, model)
    const score = likest[times - 2]?.chance ?? 0
    const same = likest.filter(({ chance }) => chance >= floor).map(({ message }) => message)
    if (newest !== undefined && score >= floor) return asksAgain(newest, same, score, floor)
  }
  return undefined
}

// Each turn looks at the same earlier messages again.
const remembered = new Remembered<string, Heard | 'nothing'>(300)

const questionsIn = (texts: readonly string[]): readonly Heard[] =>
  texts.slice(-NEWEST).flatMap((text) => {
    const known = remembered.get(text)
    const heard = known ?? (asksNothing(text) ? 'nothing' : hear(text))
    if (known === undefined) remembered.set(text, heard)
    return heard === 'nothing' ? [] : [heard]
  })

/** All in the languages that they are in together: a short message alone does not tell its own. */
const read = (heard: readonly Heard[], model: RepeatModel): readonly Asked[] => {
  const lexicons = model.spoken(heard.flatMap(({ units }) => units))
  return heard.map((one) => readIn(one, lexicons, model))
}

interface Reading {
  readonly model: RepeatModel
  readonly lexicons: readonly Lexicon[]
  readonly asked: Asked
}

const readings = new WeakMap<Heard, Reading>()

const readIn = (heard: Heard, lexicons: readonly Lexicon[], model: RepeatModel): Asked => {
  const known = readings.get(heard)
  if (known?.model === model && sameLexicons(known.lexicons, lexicons)) return known.asked
  const asked = ask(heard, lexicons, model.telling)
  readings.set(heard, { model, lexicons, asked })
  return asked
}

const sameLexicons = (one: readonly Lexicon[], other: readonly Lexicon[]): boolean =>
  one.length === other.length && one.every((lexicon, at) => lexicon === other[at])

const asksAgain = ({ text }: Asked, same: readonly Asked[], score: number, threshold: number): Fired => {
  const times = `asked ${same.length + 1} times`
  const detail = `${times}, before as ${same.map((one) => quote(one.text)).join(' and ')}`
  return failure(
    'repeated-question',
    { matched: text, score: Number(score.toFixed(3)), threshold, detail },
    `${times}: ${quote(text)}`,
  )
}
