import { applyTo, type Mutant } from './mutant.ts'
import { parseSource, partOf, type Syntax, walk } from './syntax.ts'

export interface Numbered {
  readonly number: number
  readonly mutant: Mutant
}

interface Place {
  readonly start: number
  readonly end: number
}

const within = (inner: Place, outer: Place): boolean => inner.start >= outer.start && inner.end <= outer.end

/** The function as it would stand in the mutated file. */
const variantOf = (source: string, scope: Place, mutant: Mutant): string =>
  applyTo(source.slice(scope.start, scope.end), {
    ...mutant,
    start: mutant.start - scope.start,
    end: mutant.end - scope.start,
  })

const functionsIn = (source: string): readonly Syntax[] =>
  [...walk(parseSource(source))].filter(({ type }) => type === 'ArrowFunctionExpression')

/** What can be switched: the innermost arrow function around a mutant. Outside of all it is part of a module's start. */
const innermost = (functions: readonly Syntax[], mutant: Mutant): Syntax | undefined =>
  functions.findLast((scope) => within(mutant, scope))

const inner = (scopes: readonly Scoped[], area: Place): readonly Scoped[] =>
  scopes.filter(({ scope }) => scope !== area && within(scope, area))

/** The functions with mutants in an area that lie in no other such function of it. */
const outermost = (scopes: readonly Scoped[], area: Place): readonly Scoped[] => {
  const all = inner(scopes, area)
  return all.filter(({ scope }) => !all.some((other) => other.scope !== scope && within(scope, other.scope)))
}

interface Scoped {
  readonly scope: Syntax
  readonly own: readonly Numbered[]
}

/**
 * One source with all of its mutants in it: each function that has some becomes a choice between itself and its variants,
 * made anew at each call. So one warm process tries them all.
 */
export const instrument = (source: string, numbered: readonly Numbered[]): string => {
  const functions = functionsIn(source)
  const scopes = functions
    .map((scope) => ({ scope, own: numbered.filter(({ mutant }) => innermost(functions, mutant) === scope) }))
    .filter(({ own }) => own.length > 0)

  const textOf = (area: Place): string => {
    let text = ''
    let at = area.start
    for (const { scope, own } of outermost(scopes, area)) {
      const variants = own.map(({ mutant }) => `(${variantOf(source, scope, mutant)})`)
      const numbers = own.map(({ number }) => number)
      text += `${source.slice(at, scope.start)}__chooseGuard((${textOf(scope)}), [${numbers}], [${variants.join(', ')}])`
      at = scope.end
    }
    return text + source.slice(at, area.end)
  }
  return textOf({ start: 0, end: source.length })
}

/** Mutants outside of every function take effect only when the module is read anew. */
export const isSwitchable = (source: string, mutant: Mutant): boolean =>
  innermost(functionsIn(source), mutant) !== undefined

const loops = new Set(['ForStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'])

/** Each round of each loop passes by the switch, which ends what goes round for ever. */
export const countRounds = (source: string): string => {
  const bodies = [...walk(parseSource(source))].flatMap((node) =>
    loops.has(node.type) ? (partOf(node, 'body') ?? []) : [],
  )
  const marks = bodies.flatMap(({ type, start, end }) =>
    type === 'BlockStatement'
      ? [{ at: start + 1, text: ' __countRound();' }]
      : [
          { at: start, text: '{ __countRound(); ' },
          { at: end, text: ' }' },
        ],
  )
  return marks
    .toSorted((a, b) => b.at - a.at)
    .reduce((text, mark) => text.slice(0, mark.at) + mark.text + text.slice(mark.at), source)
}
