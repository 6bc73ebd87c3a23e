import { readFileSync } from 'node:fs'
import { z } from 'zod'

const values = z.union([z.string(), z.array(z.string())])
const hex = z
  .string()
  .regex(/^(?:[0-9a-f]{2})*$/i)
  .catch('')

/**
 * A request with a known secret, in the format of Baton's signature vectors; what else a vector tells is not needed.
 * What cannot be read counts as not there: one odd vector is refused, and the others are judged all the same.
 */
const vectorSchema = z.object({
  id: z.string(),
  scheme: z.string().catch('none'),
  secret: values.catch([]),
  method: z.string().catch('POST'),
  url: z.url().optional().catch(undefined),
  headers: z.record(z.string(), values).catch({}),
  body: z.string().catch(''),
  /** A form's fields, in the place of a body. */
  params: z
    .record(z.string(), z.union([values, z.number()]))
    .optional()
    .catch(undefined),
  bodyIsBase64InLambda: z.boolean().catch(false),
  /** Epoch seconds. */
  now: z.number().catch(0),
  keyHex: hex,
  dataHex: hex,
  macHex: hex,
  publicKeyHex: hex,
  sigHex: hex,
})
export type Vector = z.output<typeof vectorSchema>

const fileSchema = z.union([z.object({ vectors: z.array(vectorSchema) }), z.array(vectorSchema)])

/** @throws what zod says of a file that holds no vectors. */
export const readVectors = (file: string): readonly Vector[] => {
  const read = fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  return Array.isArray(read) ? read : read.vectors
}
