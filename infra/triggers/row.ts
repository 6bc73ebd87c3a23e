import { z } from 'zod'
import { schemaProblems } from '#shared/config/schema-problems.ts'

/** Python and others write null for what is not there. */
const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined)

const customerSchema = z.object({ tier: absent(z.string()), value: absent(z.number()) })

const rowSchema = z.object({
  id: z.string().min(1),
  text: absent(z.string()),
  turns: absent(z.array(z.string()).min(1)),
  lang: absent(z.string()),
  scope: absent(z.string()),
  customer: absent(customerSchema),
})

/** One message to judge, with what is known around it. */
export interface Row {
  readonly id: string
  /** The customer's messages, oldest first; the last is the new one. */
  readonly turns: readonly [string, ...string[]]
  readonly language?: string
  /** The knowledge that is connected, by name. */
  readonly scope?: string
  readonly customer?: { readonly tier?: string; readonly value?: number }
}

/** A line that cannot be judged, and why. */
export class RowError extends Error {
  override readonly name = 'RowError'
}

/** @throws {RowError} */
export const readRow = (line: string): Row => {
  const written = parse(line)
  const problems = schemaProblems(rowSchema, 'row', written)
  if (problems.length > 0) throw new RowError(problems.join('; '))
  const { id, text, turns, lang, scope, customer } = rowSchema.parse(written)
  const [first, ...others] = turns ?? (text === undefined ? [] : [text])
  if (first === undefined) throw new RowError('row: has neither text nor turns: must have one of them')
  return {
    id,
    turns: [first, ...others],
    ...(lang !== undefined && { language: lang }),
    ...(scope !== undefined && { scope }),
    ...(customer !== undefined && { customer: withoutAbsent(customer) }),
  }
}

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line)
  } catch (cause) {
    throw new RowError(`is not JSON: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}

const withoutAbsent = ({ tier, value }: z.output<typeof customerSchema>): NonNullable<Row['customer']> => ({
  ...(tier !== undefined && { tier }),
  ...(value !== undefined && { value }),
})
