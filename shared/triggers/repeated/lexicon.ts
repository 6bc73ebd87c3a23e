/** What the words of one language mean, as far as customers say one thing in several ways, and which of them say little. */
export interface Lexicon {
  readonly language: string
  /** How much a common word tells, in nats; any other tells as much as can be. */
  readonly common: ReadonlyMap<string, number>
  /** What its words mean; read at the first message in the language, as most languages are never needed. */
  readonly forms: () => Forms
}

/** Meanings by how a word that has them is written. */
export interface Forms {
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
// Asking for the script takes time, and most forms are of lower letters.
const FIRST_UNSPACED = 0x0e00

/** Reads what training wrote: `weight word word;weight word` and `meaning form form;meaning form`, all folded. */
export const readLexicon = (language: string, common: string, written: string): Lexicon => {
  const weights = entries(common).flatMap(([weight, words]) => words.map((word) => [word, Number(weight)] as const))
  let forms: Forms | undefined
  return {
    language,
    common: new Map(weights),
    forms: () => {
      forms ??= readForms(written)
      return forms
    },
  }
}

const readForms = (written: string): Forms => {
  const forms = { exact: new Map(), beginnings: new Map(), endings: new Map(), inner: new Map(), phrases: new Map() }
  for (const [meaning, words] of entries(written)) for (const form of words) put(forms, form, Number(meaning))
  return forms
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
  const bare = form.includes('*') ? form.replaceAll('*', '') : form
  const unspaced = bare.charCodeAt(0) >= FIRST_UNSPACED && UNSPACED.test(bare)
  const parts = unspaced ? Array.from(bare) : bare.split('_')
  const [first = '', ...rest] = parts
  if (!unspaced && rest.length === 0) append(lists[kindOf(form)], bare, meaning)
  else if (rest.length > 0) append(lists.phrases, first, { rest, meaning })
  else append(lists.exact, first, meaning)
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
