import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LoadRecord } from './load/play-load.ts'
import type { Usage } from './load/usage.ts'

const file = fileURLToPath(new URL('./recorded-load.json', import.meta.url))
const digits = 3

/** Small differences between two plays, such as the length of a number, would otherwise fill the history. */
const rounded = (_name: string, value: unknown): unknown =>
  typeof value === 'number' ? Number(value.toFixed(digits)) : value

/** The load as it was last played by `npm run cost -- --measure`; a test holds it against the code. */
export const readRecord = (): LoadRecord => JSON.parse(readFileSync(file, 'utf8')) as LoadRecord

export const writeRecord = (record: LoadRecord): void => writeFileSync(file, `${JSON.stringify(record, rounded, 2)}\n`)

/** Calls and write units by door: what a change of the code changes, and the length of a text does not. */
export const countsOf = (usage: Usage) =>
  Object.fromEntries(
    Object.entries(usage).map(([door, { invocations, calls, written }]) => [
      door,
      {
        invocations,
        calls,
        writes: Object.fromEntries(Object.entries(written).map(([kind, { writes }]) => [kind, writes])),
      },
    ]),
  )
