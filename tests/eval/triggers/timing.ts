import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { shippedRepeats } from '#infra/triggers/shipped.ts'
import type { TriggerConfig } from '#shared/config/config.ts'
import type { Ears } from '#shared/triggers/ears.ts'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { listenWith } from '#shared/triggers/own-listen.ts'
import { openPhraseBook } from '#shared/triggers/phrase-book.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'

export interface Timing {
  readonly messages: number
  readonly medianMs: number
  readonly p99Ms: number
  /** Of the messages of four thousand characters alone. */
  readonly longMedianMs: number
  readonly longP99Ms: number
  readonly loadMs: number
  readonly weightsBytes: number
  readonly phrasesBytes: number
}

const LONG = 4000
/** One message in so many is a long one. */
const LONG_EVERY = 20

/** How long all triggers that hear words take for one message, first ones left out: a turn is warm or pays its start once. */
export const timeMessages = (texts: readonly string[], triggers: TriggerConfig): Timing => {
  const weights = readFileSync(join(projectFolder, 'shared/triggers/weights.bin'))
  const phrases = JSON.stringify(compilePhrases(languages))
  const from = performance.now()
  const recognise = openPhraseBook(JSON.parse(phrases))
  const ears: Ears = { listen: listenWith(weights), recognise, repeats: openRepeats(shippedRepeats) }
  const loadMs = performance.now() - from
  const messages = texts.map((text, at) => (at % LONG_EVERY === 0 ? lengthened(texts, at) : text))
  const times = messages.map((message) => timed(message, triggers, ears)).slice(Math.floor(messages.length / 10))
  const long = times.filter(({ length }) => length >= LONG)
  return {
    messages: times.length,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    longMedianMs: quantile(long, 0.5),
    longP99Ms: quantile(long, 0.99),
    loadMs,
    weightsBytes: weights.length,
    phrasesBytes: Buffer.byteLength(phrases),
  }
}

interface Timed {
  readonly length: number
  readonly ms: number
}

const timed = (message: string, triggers: TriggerConfig, ears: Ears): Timed => {
  const from = performance.now()
  judgeMessage({ messages: [message], earlier: [] }, triggers, ears)
  return { length: message.length, ms: performance.now() - from }
}

/** A message and those after it, until there are characters enough. */
const lengthened = (texts: readonly string[], at: number): string => {
  let text = ''
  for (let next = at; text.length < LONG && next < at + LONG; next++) text += `${texts[next % texts.length]} `
  return text.slice(0, LONG)
}

const quantile = (times: readonly Timed[], share: number): number =>
  times.map(({ ms }) => ms).sort((one, other) => one - other)[Math.floor(times.length * share)] ?? 0

export const timingLine = (timing: Timing): string => {
  const ms = (value: number): string => `${value.toFixed(3)} ms`
  return [
    `${timing.messages} messages, one in ${LONG_EVERY} of ${LONG} characters: median ${ms(timing.medianMs)}, p99 ${ms(timing.p99Ms)}`,
    `${LONG} characters: median ${ms(timing.longMedianMs)}, p99 ${ms(timing.longP99Ms)}`,
    `load ${ms(timing.loadMs)}; weights ${timing.weightsBytes} bytes, phrases ${timing.phrasesBytes} bytes`,
  ].join('\n')
}
