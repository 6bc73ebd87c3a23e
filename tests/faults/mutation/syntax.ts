import { parseAst } from 'vitest/node'

/** A node of the syntax tree, as far as a search for guards needs it: its kind, its place and its parts. */
export interface Syntax {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [part: string]: unknown
}

const isSyntax = (value: unknown): value is Syntax =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

export const parseSource = (text: string): Syntax => parseAst(text, { lang: 'ts' }) as unknown as Syntax

export const partOf = (node: Syntax, name: string): Syntax | undefined => {
  const part = node[name]
  return isSyntax(part) ? part : undefined
}

export const partsOf = (node: Syntax, name: string): readonly Syntax[] => {
  const part = node[name]
  return Array.isArray(part) ? part.filter(isSyntax) : []
}

const childrenOf = (node: Syntax): readonly Syntax[] => Object.values(node).flat().filter(isSyntax)

/** A node and everything in it, in the source's order; types hold no guards. */
export const walk = function* (node: Syntax): Generator<Syntax> {
  if (node.type.startsWith('TSInterface') || node.type.startsWith('TSType')) return
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}
