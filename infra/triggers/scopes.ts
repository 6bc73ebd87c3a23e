import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Entry } from '#shared/knowledge/entries/entry.ts'
import { scopeJudge } from '#shared/knowledge/entries/scope-judge.ts'
import type { Confidence } from './judge-row.ts'
import { RowError } from './row.ts'

const entrySchema = z.object({ entry: z.string().min(1), examples: z.array(z.string()) })

// A row's own words become a file's name: nothing in them may lead out of the folder.
const SCOPE_NAME = /^[\w][\w.-]*$/

/** Connects the knowledge that rows name, each when it is first named. */
export const scopesIn = (folder: string | undefined): ((scope: string) => Confidence) => {
  const connected = new Map<string, Confidence>()
  return (scope) => {
    const known = connected.get(scope)
    if (known !== undefined) return known
    const confidence = connect(readScope(folder, scope))
    connected.set(scope, confidence)
    return confidence
  }
}

/** @throws {RowError} */
export const readScope = (folder: string | undefined, scope: string): readonly Entry[] => {
  if (folder === undefined) throw new RowError(`names the scope "${scope}": --scopes says where scopes are`)
  if (!SCOPE_NAME.test(scope))
    throw new RowError(`names the scope "${scope}": must be letters, digits, dots and dashes`)
  const entries = contentOf(join(folder, `${scope}.jsonl`), scope)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, at) => readEntry(line, `${scope}.jsonl:${at + 1}`))
  if (entries.length === 0) throw new RowError(`names the scope "${scope}", which holds no entry`)
  return entries
}

const contentOf = (file: string, scope: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new RowError(`names the scope "${scope}": there is no ${file}`, { cause })
  }
}

const readEntry = (line: string, place: string): Entry => {
  try {
    return entrySchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new RowError(`${place} must be {"entry": text, "examples": [text, ...]}`, { cause })
  }
}

/** Learns the entries, as synth learns a company's: seconds for fifty of them. */
const connect = (entries: readonly Entry[]): Confidence => {
  const judge = scopeJudge(entries)
  return (text) => {
    const { entry, ...judged } = judge(text)
    return { title: entry.replaceAll('_', ' ').toLowerCase(), ...judged }
  }
}
