import * as z from 'zod/mini'

/**
 * Text of so many characters as JSON Schema counts them: an emoji is one, though JavaScript stores it as two. So whatever
 * fits by the published document fits here.
 */
export const charactersSchema = (least: number, most: number) =>
  z
    .string()
    .check(
      z.refine((text) => text.length >= least, `must be at least ${least} characters`),
      z.refine((text) => text.length <= most || [...text].length <= most, `must be at most ${most} characters`),
    )
    .register(z.globalRegistry, { ...(least > 0 && { minLength: least }), maxLength: most })
