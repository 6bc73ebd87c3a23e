import { fold } from './spelling.ts'
import { eitherStarts, type Starts } from './starts.ts'

/**
 * A phrase is a row of steps over words: `word`, `one/other`, `stem*`, `<set>`, `#` (a number), `..` (up to three words between,
 * `..5` up to five), `^` and `$` (edges of a sentence); `?` after a step makes it optional. No regular expression: a step looks at
 * one word, gaps are bounded, and so is the time.
 */
export type Phrase = readonly Step[]
export type Element =
  | {
      readonly kind: 'word'
      readonly exact: ReadonlySet<string>
      readonly stems: readonly string[]
      /** Any number is accepted too. */
      readonly number: boolean
    }
  | { readonly kind: 'either'; readonly phrases: readonly Phrase[]; readonly starts: Starts }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge' }
interface Step {
  readonly element: Element
  readonly optional: boolean
}
export type Sets = Readonly<Record<string, string>>
/** What a step accepts in one place. */
export type WordElement = Extract<Element, { kind: 'word' }>

const USUAL_GAP = 3
const UMLAUT = /[äöü]/
const UMLAUT_LETTERS = /[äöü]/g
const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue' }

export const phrase = (source: string, sets: Sets = {}): Phrase =>
  source
    .trim()
    .split(/\s+/)
    .map((token) => {
      const optional = token.length > 1 && token.endsWith('?')
      return { element: element(optional ? token.slice(0, -1) : token, sets), optional }
    })

const element = (token: string, sets: Sets): Element => {
  if (token === '^' || token === '$') return { kind: 'edge' }
  if (token.startsWith('..')) return { kind: 'gap', most: Number(token.slice(2)) || USUAL_GAP }
  return token.includes('<') ? shared(token, sets) : oneOf(token.split('/'))
}

// Hundreds of phrases share a few sets: each is compiled once, and so is each choice between them.
interface Compiled {
  readonly sets: Map<string, readonly Phrase[]>
  readonly choices: Map<string, Element>
}
const compiled = new WeakMap<Sets, Compiled>()

const compiledOf = (sets: Sets): Compiled => {
  const known = compiled.get(sets) ?? { sets: new Map(), choices: new Map() }
  compiled.set(sets, known)
  return known
}

const shared = (token: string, sets: Sets): Element => {
  const { choices } = compiledOf(sets)
  const known = choices.get(token) ?? choice(token.split('/'), sets)
  choices.set(token, known)
  return known
}

const choice = (names: readonly string[], sets: Sets): Element => {
  const words = names.filter((name) => !name.startsWith('<'))
  const named = names.filter((name) => name.startsWith('<')).flatMap((name) => alternatives(name, sets))
  const plain = words.length > 0 ? [[{ element: oneOf(words), optional: false }]] : []
  const phrases = [...named, ...plain]
  return { kind: 'either', phrases, starts: eitherStarts(phrases) }
}

const alternatives = (name: string, sets: Sets): readonly Phrase[] => {
  const source = sets[name.slice(1, -1)]
  if (source === undefined) throw new TypeError(`phrase set ${name} is not defined`)
  const { sets: known } = compiledOf(sets)
  const phrases = known.get(name) ?? source.split('|').map((one) => phrase(one, sets))
  known.set(name, phrases)
  return phrases
}

const oneOf = (words: readonly string[]): Element => {
  const spelt = words.flatMap((word) =>
    UMLAUT.test(word) ? [word, word.replaceAll(UMLAUT_LETTERS, (letter) => UMLAUTS[letter] ?? letter)] : [word],
  )
  return {
    kind: 'word',
    exact: new Set(spelt.filter((word) => !word.endsWith('*')).map(fold)),
    stems: spelt.filter((word) => word.endsWith('*')).map((word) => fold(word.slice(0, -1))),
    number: words.includes('#'),
  }
}

/** Every whole word the phrase can contain. */
export const vocabulary = (steps: Phrase): readonly string[] =>
  steps.flatMap(({ element }) => {
    if (element.kind === 'word') return [...element.exact]
    return element.kind === 'either' ? element.phrases.flatMap(vocabulary) : []
  })
