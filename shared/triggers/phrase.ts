import { fold, type Word } from './reading.ts'

/**
 * A phrase is a row of steps over words: `word`, `one/other`, `stem*`, `<set>`, `#` (a number), `..` (up to three words between,
 * `..5` up to five), `^` and `$` (edges of a sentence); `?` after a step makes it optional. No regular expression: a step looks at
 * one word, gaps are bounded, and so is the time.
 */
export type Phrase = readonly Step[]
type Element =
  | { readonly kind: 'word'; readonly exact: ReadonlySet<string>; readonly stems: readonly string[] }
  | { readonly kind: 'either'; readonly phrases: readonly Phrase[] }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'edge' }
interface Step {
  readonly element: Element
  readonly optional: boolean
}
export type Sets = Readonly<Record<string, string>>

const USUAL_GAP = 3
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
  const names = token.split('/')
  const words = names.filter((name) => !name.startsWith('<'))
  if (words.length === names.length) return oneOf(words)
  const named = names.filter((name) => name.startsWith('<')).flatMap((name) => alternatives(name, sets))
  const plain = words.length > 0 ? [[{ element: oneOf(words), optional: false }]] : []
  return { kind: 'either', phrases: [...named, ...plain] }
}

const alternatives = (name: string, sets: Sets): Phrase[] => {
  const source = sets[name.slice(1, -1)]
  if (source === undefined) throw new TypeError(`phrase set ${name} is not defined`)
  return source.split('|').map((one) => phrase(one, sets))
}

const oneOf = (words: readonly string[]): Element => {
  const spelt = words.flatMap((word) => [word, word.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter)])
  return {
    kind: 'word',
    exact: new Set(spelt.filter((word) => !word.endsWith('*')).map(fold)),
    stems: spelt.filter((word) => word.endsWith('*')).map((word) => fold(word.slice(0, -1))),
  }
}

/** Index after the last word of the phrase when it stands at `at`; undefined when it does not. */
export const matchAt = (words: readonly Word[], at: number, steps: Phrase): number | undefined =>
  follow(words, at, steps, 0, (end) => end)

type Rest = (at: number) => number | undefined

const follow = (words: readonly Word[], at: number, steps: Phrase, index: number, rest: Rest): number | undefined => {
  const step = steps[index]
  if (step === undefined) return rest(at)
  const next: Rest = (end) => follow(words, end, steps, index + 1, rest)
  const found = take(words, at, step.element, next)
  return found ?? (step.optional ? next(at) : undefined)
}

const take = (words: readonly Word[], at: number, element: Element, next: Rest): number | undefined => {
  switch (element.kind) {
    case 'word': {
      const word = words[at]
      return word !== undefined && is(word, element) ? next(at + 1) : undefined
    }
    case 'either':
      return first(element.phrases, (one) => follow(words, at, one, 0, next))
    case 'gap':
      return overGap(words, at, element.most, next)
    case 'edge':
      return isEdge(words, at) ? next(at) : undefined
  }
}

const is = (word: Word, { exact, stems }: Extract<Element, { kind: 'word' }>): boolean =>
  exact.has(word.text) ||
  (exact.has('#') && /^\p{N}/u.test(word.text)) ||
  (word.respelt !== undefined && exact.has(word.respelt)) ||
  stems.some((stem) => word.text.startsWith(stem))

const overGap = (words: readonly Word[], at: number, most: number, next: Rest): number | undefined => {
  for (let end = at; end <= at + most && end < words.length; end++) {
    if (end > at && words[end]?.sentence !== words[end - 1]?.sentence) return undefined
    const found = next(end)
    if (found !== undefined) return found
  }
  return undefined
}

const isEdge = (words: readonly Word[], at: number): boolean =>
  at === 0 || at >= words.length || words[at]?.sentence !== words[at - 1]?.sentence

const first = <T>(list: readonly T[], find: (one: T) => number | undefined): number | undefined => {
  for (const one of list) {
    const found = find(one)
    if (found !== undefined) return found
  }
  return undefined
}

interface Beginnings {
  readonly words: readonly string[]
  readonly stems: readonly string[]
}

/** Words and stems that the phrase can begin with: what an index files it under. */
export const beginnings = (steps: Phrase): Beginnings => {
  const needed = steps.findIndex(({ element, optional }) => !optional && element.kind !== 'edge')
  const firsts = steps.slice(0, needed + 1).map(({ element }) => beginningsOf(element))
  return { words: firsts.flatMap((one) => one.words), stems: firsts.flatMap((one) => one.stems) }
}

const beginningsOf = (element: Element): Beginnings => {
  if (element.kind === 'gap') throw new TypeError('a phrase must begin with a word')
  if (element.kind === 'word') return { words: [...element.exact], stems: element.stems }
  if (element.kind === 'edge') return { words: [], stems: [] }
  const inner = element.phrases.map(beginnings)
  return { words: inner.flatMap((one) => one.words), stems: inner.flatMap((one) => one.stems) }
}

/** Every whole word the phrase can contain. */
export const vocabulary = (steps: Phrase): readonly string[] =>
  steps.flatMap(({ element }) => {
    if (element.kind === 'word') return [...element.exact]
    return element.kind === 'either' ? element.phrases.flatMap(vocabulary) : []
  })
