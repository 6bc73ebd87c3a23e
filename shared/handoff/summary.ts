import { withCause } from '../attachment/as-kept.ts'
import { attachmentsLine } from '../channel/attachment-line.ts'
import { inLine } from '../channel/customer-words.ts'
import type { Message } from '../thread/message.ts'
import { asksNothing } from '../triggers/asks-nothing.ts'
import type { Fired } from '../triggers/trigger.ts'

const quoteLimit = 240

export const quoted = (text: string): string => {
  const line = inLine(text)
  return line.length > quoteLimit ? `${line.slice(0, quoteLimit).toWellFormed()}…` : line
}

/** What came without words, or beside them, is named: nobody but the agent can look at it. */
const sentAlong = (transcript: readonly Message[]): string | undefined => {
  const attachments = transcript.flatMap((message) => message.attachments ?? [])
  return attachments.length > 0 ? attachmentsLine(attachments.map(withCause)) : undefined
}

/** Of a text as long as "It is the blue one", or of as much in a script that writes a word in two characters. */
const shortest = 16
const denseWeight = 3
const letters = /\p{L}/gu
const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const weightOf = (text: string): number =>
  (text.match(letters)?.length ?? 0) + (denseWeight - 1) * (text.match(dense)?.length ?? 0)

/** They say how somebody feels, or by whom they want to be answered, and not what about. */
const besideTheMatter: ReadonlySet<string> = new Set(['asked-for-human', 'frustration'])

/** Whether an agent who reads this alone knows what it is about. */
const isMatter = (text: string, fired: readonly Fired[]): boolean => {
  if (fired.some(({ kind, evidence: { matched } }) => kind === 'topic' && matched && text.includes(matched)))
    return true
  if (asksNothing(text)) return false
  const asides = fired.flatMap(({ trigger, evidence: { matched } }) =>
    matched && besideTheMatter.has(trigger) && text.includes(matched) ? [matched] : [],
  )
  const rest = asides.reduce((left, aside) => left.replace(aside, ' '), text)
  return weightOf(rest) >= shortest || (asides.length === 0 && /[?？؟]/.test(text))
}

/** The newest matter first, so that one line is enough to act on; then what it began with, and what was said last. */
const ownWords = (transcript: readonly Message[], whole: boolean, fired: readonly Fired[]): string => {
  const said = transcript.filter(({ author, text }) => author.kind === 'customer' && text.trim() !== '')
  // A greeting tells an agent nothing.
  const [first, last] = [said.find(({ text }) => !asksNothing(text)) ?? said[0], said.at(-1)]
  const sent = sentAlong(transcript)
  if (!first || !last)
    return sent ? `The customer sent only attachments: ${sent}.` : 'The customer sent only attachments.'
  const lead = said.findLast(({ text }) => isMatter(text, fired)) ?? first
  const began = `${whole && first === said[0] ? 'began with' : 'earlier wrote'} "${quoted(first.text)}"`
  const parts = [
    lead === last ? `last wrote "${quoted(last.text)}"` : `wrote "${quoted(lead.text)}"`,
    ...(first === lead ? [] : [began]),
    ...(lead === last ? [] : [`last wrote "${quoted(last.text)}"`]),
  ]
  const words = parts.length === 1 ? `wrote: "${quoted(last.text)}"` : listed(parts)
  return `The customer ${words}${sent ? ` and sent ${sent}.` : ''}`
}

const listed = (parts: readonly string[]): string => `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

export interface SummaryFacts {
  /** In the model's words, where they hold. */
  readonly wish?: string | undefined
  /** Whether the transcript goes back to the conversation's first message. @default true */
  readonly whole?: boolean
  /** What handed off. @default nothing */
  readonly fired?: readonly Fired[]
}

/** One or two sentences that hold without a model: the wish if it is known, and the customer's own words. */
export const summarise = (
  transcript: readonly Message[],
  { wish, whole = true, fired = [] }: SummaryFacts = {},
): string => {
  const own = ownWords(transcript, whole, fired)
  return wish?.trim() ? `${quoted(wish)}. ${own}`.replace(/([.!?])\. /, '$1 ') : own
}

const mostSince = 3

/** What the customer wrote after the handoff is in the transcript; the last that says something belongs in the summary, too. */
export const summaryNow = (summary: string, openedAt: number, transcript: readonly Message[]): string => {
  const later = transcript
    .filter(({ author, at, text }) => author.kind === 'customer' && at > openedAt && text.trim() !== '')
    .map(({ text }) => text)
  const telling = later.filter((text) => !asksNothing(text))
  const told = (telling.length > 0 ? telling : later).slice(-mostSince).map((text) => `"${quoted(text)}"`)
  return told.length > 0 ? `${summary} Since then: ${told.length > 1 ? listed(told) : told[0]}` : summary
}
