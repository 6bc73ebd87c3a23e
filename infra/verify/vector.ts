import { readFileSync } from 'node:fs'
import { z } from 'zod'

const values = z.union([z.string(), z.array(z.string())])
/** A number where a text is wanted is that text. */
const written = z.union([values, z.number(), z.array(z.union([z.string(), z.number()]))])
const hex = z
  .string()
  .regex(/^(?:[0-9a-f]{2})*$/i)
  .catch('')

/**
 * A request with a known secret, in the format of Baton's signature vectors; what else a vector tells is not needed.
 * What cannot be read counts as not there: one odd vector is refused, and the others are judged all the same.
 */
const vectorSchema = z.object({
  id: z.union([z.string(), z.number()]).nullable().catch(null),
  scheme: z.string().catch('none'),
  secret: values.catch([]),
  url: z.url().optional().catch(undefined),
  headers: z.record(z.string(), written).catch({}),
  body: z.string().catch(''),
  /** A form's fields, in the place of a body. */
  params: z.record(z.string(), written).optional().catch(undefined),
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

const parsed = (file: string): unknown => {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${file} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause })
  }
}

/** @throws {Error} that says in a line what is wrong with the file. */
export const readVectors = (file: string): readonly Vector[] => {
  const read = parsed(file)
  const vectors = Array.isArray(read) ? read : Object(read).vectors
  if (!Array.isArray(vectors)) throw new Error(`${file} holds no vectors: {"vectors": [...]} or [...] is wanted`)
  return vectors.map((one) => vectorSchema.parse(Object(one)))
}
