import type { z } from 'zod'

/** Keys or positions as written, with what is sound there. */
export type Entries<T> = readonly (readonly [key: string, value: T])[]

/** What of a list or a record is sound in itself: one faulty entry hides none of the others' faults. */
export const soundEntries = <S extends z.ZodType>(schema: S, written: unknown): Entries<z.output<S>> =>
  Object.entries(written ?? {}).flatMap(([key, value]) => {
    const { success, data } = schema.safeParse(value)
    return success ? [[key, data] as const] : []
  })
