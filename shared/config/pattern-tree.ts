/** How often something may come. */
export interface Times {
  readonly least: number
  readonly most: number
}

export type Node = Times &
  (
    | { readonly kind: 'one'; readonly source: string }
    | { readonly kind: 'group'; readonly alternatives: readonly Row[]; readonly isLook: boolean }
    | { readonly kind: 'place' }
  )
export type Row = readonly Node[]

const PART =
  /\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|c[a-z]|k<[^>]*>|\d+|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|./gisu
const REPEAT = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/
const PLACE = /^(?:[\^$]|\\b)$/i
const LOOK = /^\(\?<?[=!]/

/** Reads an expression that compiles under the flags `iu`: its alternatives, each a row of parts. */
export const readPattern = (pattern: string): readonly Row[] => {
  const reader = { pattern, at: 0 }
  return readAlternatives(reader)
}

interface Reader {
  readonly pattern: string
  at: number
}

const readAlternatives = (reader: Reader): readonly Row[] => {
  const rows: Node[][] = [[]]
  for (let part = nextPart(reader); part !== undefined && part !== ')'; part = nextPart(reader))
    if (part === '|') rows.push([])
    else rows.at(-1)?.push(readNode(reader, part))
  return rows
}

const nextPart = (reader: Reader): string | undefined => {
  PART.lastIndex = reader.at
  const part = PART.exec(reader.pattern)?.[0]
  reader.at += part?.length ?? 0
  return part
}

const readNode = (reader: Reader, part: string): Node => {
  if (PLACE.test(part)) return { kind: 'place', least: 1, most: 1 }
  if (!part.startsWith('(')) return { kind: 'one', source: part, ...readTimes(reader) }
  const alternatives = readAlternatives(reader)
  return { kind: 'group', alternatives, isLook: LOOK.test(part), ...readTimes(reader) }
}

const readTimes = (reader: Reader): Times => {
  const [written, least, comma, most] = REPEAT.exec(reader.pattern.slice(reader.at)) ?? ['']
  reader.at += written.length
  if (written === '') return { least: 1, most: 1 }
  if (least === undefined) return { least: written[0] === '+' ? 1 : 0, most: written[0] === '?' ? 1 : Infinity }
  if (comma === '') return { least: Number(least), most: Number(least) }
  return { least: Number(least), most: most === '' ? Infinity : Number(most) }
}
