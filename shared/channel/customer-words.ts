import * as z from 'zod/mini'

/** A DynamoDB record holds 400 KB; the text shares its record with a few hundred bytes of fields. */
const textLimitBytes = 300 * 1024
const cutMark = ' […]'

/** A text as it can be stored: half a surrogate pair is none, and what no record holds is cut where it can be seen. */
export const storableText = (text: string): string => {
  const wellFormed = text.toWellFormed()
  if (Buffer.byteLength(wellFormed) <= textLimitBytes) return wellFormed
  const kept = Buffer.from(wellFormed).subarray(0, textLimitBytes).toString('utf8')
  // The cut may go through a character, which then reads as a replacement character.
  return `${kept.replace(/\uFFFD{1,3}$/, '')}${cutMark}`
}

/** What a customer wrote. */
export const wordsSchema = z.string().check(z.overwrite(storableText))

/** Part of a key, which holds 2 KB. */
export const idSchema = z.string().check(
  z.minLength(1),
  z.maxLength(256),
  z.overwrite((id) => id.toWellFormed()),
)

/** What a message does without where it is not what it should be. */
export const lenient = <Schema extends z.ZodMiniType>(schema: Schema) => z.catch(z.optional(schema), undefined)

/** Controls, and what turns the reading direction round: in a line of ours it would rearrange what stands around it. */
const unruly = /[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

/** A customer's words as a part of a line that others read. */
export const inLine = (text: string): string => text.replace(unruly, ' ').trim()

/** A name as it is shown beside a message: the first 200 characters, nothing when there are none. */
export const shownName = (...parts: readonly (string | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(' ').slice(0, 200).toWellFormed().trim() || undefined

/**
 * Whether a word holds a mail address: something, a sign, something, a dot, something. Looked for by place, as an expression
 * would try each sign with each dot.
 */
export const holdsAddress = (word: string): boolean => {
  const at = word.indexOf('@', 1)
  return at > 0 && word.lastIndexOf('.', word.length - 2) > at + 1
}
