import { BadRequestError } from '#shared/lambda/errors.ts'

/** A page's `next` is opaque; `form` is what a place of this list looks like inside. */
export const cursorOf = (place: string): string => Buffer.from(place).toString('base64url')

/** @throws BadRequestError */
export const placeOf = (cursor: string | undefined, form: RegExp): string | undefined => {
  if (cursor === undefined) return undefined
  const place = Buffer.from(cursor, 'base64url').toString('utf8')
  if (!form.test(place)) throw new BadRequestError('query: after: must be the next of an earlier page')
  return place
}
