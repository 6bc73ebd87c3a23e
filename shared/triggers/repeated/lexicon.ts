/** What the words of one language mean, as far as customers say one thing in several ways, and which of them say little. */
export interface Lexicon {
  readonly language: string
  /** How much a common word tells, in nats; any other tells as much as can be. */
  readonly common: ReadonlyMap<string, number>
  readonly exact: ReadonlyMap<string, readonly number[]>
  readonly beginnings: ReadonlyMap<string, readonly number[]>
  readonly endings: ReadonlyMap<string, readonly number[]>
  /** Stand anywhere in a word: what German glues together, and what Arabic puts before. */
  readonly inner: ReadonlyMap<string, readonly number[]>
  /** By their first word. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
}

interface Phrase {
  readonly rest: readonly string[]
  readonly meaning: number
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/** Reads what training wrote: `weight word word;weight word` and `meaning form form;meaning form`, all folded. */
export const readLexicon = (language: string, common: string, forms: string): Lexicon => {
  const lexicon = {
    exact: new Map(),
    beginnings: new Map(),
    endings: new Map(),
    inner: new Map(),
    phrases: new Map(),
  }
  for (const [meaning, words] of entries(forms)) for (const form of words) put(lexicon, form, Number(meaning))
  const levels = entries(common).flatMap(([level, words]) => words.map((word) => [word, Number(level)] as const))
  return { language, common: new Map(levels), ...lexicon }
}

const entries = (text: string): readonly (readonly [name: string, words: readonly string[]])[] =>
  text
    .split(';')
    .filter(Boolean)
    .map((entry) => {
      const [name = '', ...words] = entry.split(' ')
      return [name, words]
    })

interface Filling {
  readonly exact: Map<string, number[]>
  readonly beginnings: Map<string, number[]>
  readonly endings: Map<string, number[]>
  readonly inner: Map<string, number[]>
  readonly phrases: Map<string, Phrase[]>
}

const put = (lists: Filling, form: string, meaning: number): void => {
  const bare = form.replaceAll('*', '')
  const [first = '', ...rest] = UNSPACED.test(bare) ? Array.from(bare) : bare.split('_')
  if (rest.length > 0) append(lists.phrases, first, { rest, meaning })
  else append(lists[kindOf(form)], first, meaning)
}

/** `*` stands for any letters. */
const kindOf = (form: string): 'exact' | 'beginnings' | 'endings' | 'inner' => {
  if (form.startsWith('*')) return form.endsWith('*') ? 'inner' : 'endings'
  return form.endsWith('*') ? 'beginnings' : 'exact'
}

const append = <T>(lists: Map<string, T[]>, key: string, value: T): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [value])
  else list.push(value)
}
