import { base64, bytesOf } from './columns.ts'
import type { Questions, Weighed } from './weighing.ts'

/** Questions in groups, as JSON: base64 of little-endian columns, one question's pieces after the other's. */
export interface PackedQuestions {
  /** Questions in each group. */
  readonly groups: readonly number[]
  /** Pieces of each question. */
  readonly counts: string
  readonly rows: string
  readonly values: string
}

/** A value is at most one; what is lost moves no cosine by a hundredth. */
const STEPS = 255

export const packQuestions = (groups: readonly Questions[]): PackedQuestions => {
  const questions = groups.flat()
  return {
    groups: groups.map(({ length }) => length),
    counts: base64(Uint16Array.from(questions, ({ rows }) => rows.length)),
    rows: base64(Uint32Array.from(questions.flatMap(({ rows }) => [...rows]))),
    values: base64(
      Uint8Array.from(questions.flatMap(({ values }) => [...values].map((value) => Math.round(value * STEPS)))),
    ),
  }
}

export const unpackQuestions = (packed: PackedQuestions): readonly Questions[] => {
  const rows = new Int32Array(bytesOf(packed.rows))
  const values = Float32Array.from(new Uint8Array(bytesOf(packed.values)), (steps) => steps / STEPS)
  let from = 0
  const questions = Array.from(new Uint16Array(bytesOf(packed.counts)), (count): Weighed => {
    const to = from + count
    const question = { rows: rows.subarray(from, to), values: values.subarray(from, to) }
    from = to
    return question
  })
  return packed.groups.map((count) => questions.splice(0, count))
}
