import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/** What customers of one language ask, by matter, and what the slots of their questions may hold. */
export interface Phrasing {
  readonly language: string
  readonly slots: ReadonlyMap<string, readonly string[]>
  readonly matters: ReadonlyMap<string, readonly string[]>
}

const heading = /^\[([a-z-]+)\]$/

/** One matter a heading, one question a line; `#` begins a remark. */
export const readPhrasing = (language: string, text: string): Phrasing => {
  const matters = new Map<string, string[]>()
  let open: string[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue
    const [, matter] = heading.exec(line) ?? []
    if (matter === undefined) {
      open.push(line)
      continue
    }
    open = matters.get(matter) ?? []
    matters.set(matter, open)
  }
  const slots = new Map((matters.get('slots') ?? []).map(readSlot))
  matters.delete('slots')
  return { language, slots, matters }
}

const readSlot = (line: string): readonly [string, readonly string[]] => {
  const [name = '', values = ''] = line.split(/:(.*)/s)
  return [name.trim(), values.split('|').map((value) => value.trim())]
}

/** Every language that questions were written in. */
export const readPhrasings = (folder: string): readonly Phrasing[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => readPhrasing(basename(file, '.txt'), readFileSync(join(folder, file), 'utf8')))
