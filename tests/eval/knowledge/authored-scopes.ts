import { readdirSync, readFileSync } from 'node:fs'
import type { Entry } from '#shared/knowledge/entries/entry.ts'

/** Where a question lies: an entry answers it, a neighbour of the entries, or another world. */
export type Place = 'in' | 'near' | 'far'

export interface AskedQuestion {
  readonly place: Place
  readonly text: string
  /** Of a question inside: the entries that answer it. */
  readonly answeredBy: readonly string[]
}

/** One authored company: what it knows by example questions, and what it is asked. */
export interface AuthoredScope {
  readonly name: string
  readonly entries: readonly Entry[]
  readonly questions: readonly AskedQuestion[]
}

const FOLDER = new URL('./scopes/', import.meta.url)

const asked = (place: Place, line: string): AskedQuestion => {
  if (place !== 'in') return { place, text: line, answeredBy: [] }
  const at = line.indexOf('|')
  return {
    place,
    text: line.slice(at + 1).trim(),
    answeredBy: line
      .slice(0, at)
      .split(',')
      .map((name) => name.trim()),
  }
}

/** `@ entry` with its example questions below, then `? in`, `? near`, `? far` with what customers ask. */
export const readAuthoredScope = (name: string, content: string): AuthoredScope => {
  const entries: { entry: string; examples: string[] }[] = []
  const questions: AskedQuestion[] = []
  let place: Place | undefined
  for (const line of content.split('\n').map((written) => written.trim())) {
    if (line === '' || line.startsWith('#')) continue
    if (line.startsWith('@ ')) entries.push({ entry: line.slice(2), examples: [] })
    else if (line.startsWith('? ')) place = line.slice(2) as Place
    else if (place !== undefined) questions.push(asked(place, line))
    else entries.at(-1)?.examples.push(line)
  }
  return { name, entries, questions }
}

export const authoredScopes = (): readonly AuthoredScope[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readAuthoredScope(file.replace(/\.txt$/, ''), readFileSync(new URL(file, FOLDER), 'utf8')))
