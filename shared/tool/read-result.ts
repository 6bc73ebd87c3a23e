import type { ToolObject } from '../config/tool-schema.ts'
import { fieldsSchema } from './fields-schema.ts'
import { answerLimitBytes } from './tool.ts'
import type { ToolFields } from './tool-record.ts'

const deepest = 8
/** A table holds numbers of 38 digits from 1e-130 to 1e126; JSON knows others. */
const [leastNumber, mostNumber] = [1e-129, 1e125]
const longestName = 200

const isStorableNumber = (value: number): boolean =>
  value === 0 || (Math.abs(value) >= leastNumber && Math.abs(value) <= mostNumber)

const isStorableName = (name: string): boolean => name !== '' && name.length <= longestName && name !== '__proto__'

/** Whether a record can hold it, and an agent can read it. */
export const isStorable = (value: unknown, depth = 1): boolean => {
  if (depth > deepest) return false
  if (typeof value === 'number') return isStorableNumber(value)
  if (Array.isArray(value)) return value.every((one) => isStorable(one, depth + 1))
  if (typeof value !== 'object' || value === null) return true
  return Object.entries(value).every(([name, one]) => isStorableName(name) && isStorable(one, depth + 1))
}

const wellFormed = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed() : value

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text, wellFormed)
  } catch {
    return undefined
  }
}

export type ReadResult =
  | { readonly ok: true; readonly result: ToolFields }
  | { readonly ok: false; readonly cause: string }

/** What a tool answered, when it is what a tool may answer. */
export const readResult = (text: string, output: ToolObject | undefined): ReadResult => {
  if (Buffer.byteLength(text) > answerLimitBytes) return { ok: false, cause: 'answered too much' }
  const value = parsed(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, cause: 'answered no JSON object' }
  if (!isStorable(value)) return { ok: false, cause: 'answered what cannot be kept' }
  if (!output) return { ok: true, result: value as ToolFields }
  const { success, data } = fieldsSchema(output).safeParse(value)
  return success ? { ok: true, result: data } : { ok: false, cause: 'answered other fields than declared' }
}
