import * as z from 'zod/mini'
import { regexes } from 'zod/v4/core'
import { charactersSchema } from '#shared/customer/characters.ts'

/** A moment as the API writes it: ISO 8601, UTC. */
export const timeSchema = z.iso.datetime()
export const timeOf = (ms: number): string => new Date(ms).toISOString()

const day = regexes.date.source.slice(1, -1)
const time = '([01]\\d|2[0-3]):[0-5]\\d'
const momentForm = new RegExp(`^${day}(T${time}(:[0-5]\\d(\\.\\d{1,3})?)?(Z|[+-]${time}))?$`)
/** As it is asked for: a day of the calendar in UTC, or a moment with its offset. */
export const momentSchema = z
  .string()
  .check(z.regex(momentForm, 'must be a date such as 2026-11-23 or a date-time such as 2026-11-23T10:00:00Z'))

/** Text that somebody wrote: not blank, and well-formed, since half a character cannot be stored. */
export const wordsSchema = (limit: number) =>
  charactersSchema(1, limit).check(
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
export const idSchema = charactersSchema(1, 128)
export const teamPath = z.object({ team: idSchema })
export const handoffPath = z.object({ id: idSchema })
