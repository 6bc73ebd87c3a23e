import * as z from 'zod/mini'

/** A moment as the API writes it: ISO 8601, UTC. */
export const timeSchema = z.iso.datetime()
export const timeOf = (ms: number): string => new Date(ms).toISOString()

/** Text that somebody wrote: not blank, and well-formed, since half a character cannot be stored. */
export const wordsSchema = (limit: number) =>
  z.string().check(
    z.minLength(1),
    z.maxLength(limit),
    z.regex(/\S/, 'must not be blank'),
    z.overwrite((text) => text.toWellFormed()),
  )

/** A whole number out of a query string. */
export const wholeNumberSchema = (least: number, most: number) =>
  z.pipe(
    z.transform((text: unknown) => (typeof text === 'string' && /^\d{1,9}$/.test(text) ? Number(text) : text)),
    z.int().check(z.minimum(least), z.maximum(most)),
  )

/** An id of ours; whether there is such a thing, and for whom, is the story's to say. */
export const idSchema = z.string().check(z.minLength(1), z.maxLength(128))
export const teamPath = z.object({ team: idSchema })
export const handoffPath = z.object({ id: idSchema })
