import type { Judged } from './trigger.ts'

/** Longer than all but pasted documents; what is judged must not take time by what a stranger sends. */
const HEAD = 4_000
const TAIL = 4_000

/** A text's beginning and end, where people say what they want; a line break between, which no phrase reaches over. */
export const judgedPart = (text: string): string =>
  text.length <= HEAD + TAIL ? text : `${text.slice(0, HEAD)}\n${text.slice(1 - TAIL)}`.toWellFormed()

/** Whatever was written, in bounded size. */
export const bounded = (judged: Judged): Judged => ({
  ...judged,
  messages: judged.messages.map(judgedPart),
  earlier: judged.earlier.map(judgedPart),
})
