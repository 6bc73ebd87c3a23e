import { foldLetter, leet, lookalike } from './letters.ts'

/** One word, character of an unspaced script, number or emoji as the classifier sees it, and where it stands in the text. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Tokens between two ends of a sentence. */
export interface Sentence {
  readonly tokens: readonly Token[]
  /** How it is said: `!!`, `?!`, capitals. Tone counts beside the words, not in their order. */
  readonly tone: readonly string[]
}

// One greedy class and bounded tails, so that the time grows with the text and never faster.
const PIECE =
  /(?<unspaced>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー][\u0e31-\u0e4e]*)|(?<word>[\p{L}\p{M}\p{N}@$\u00ad\u200b-\u200d\u2060\ufeff]+(?:['’`´ʼ][\p{L}\p{M}]+)*)|(?<emoji>\p{Extended_Pictographic})|(?<end>[.!?;:\n。！？；…¿¡؟।]+)/gu
const NUMBER = /^[\p{N}@$]+$/u
const LETTERED = /\p{L}/u
const APOSTROPHE = /['’`´ʼ]/
// What English glues to a word; elsewhere an apostrophe parts two words (l'avocat, c'è).
const GLUED = new Set(['t', 's', 'm', 're', 've', 'll', 'd'])
const SENTENCE_END = /[!?;\n。！？；…؟।]|\.$|\.\s/
const SHORTEST_SHOUT = 8
const LONGEST_WORD = 40

/** Splits a text into sentences of folded tokens, in time linear to its length. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = []
  let open = new Opening()
  for (const found of text.matchAll(PIECE)) {
    const [written] = found
    const start = found.index
    const { unspaced, word, emoji } = found.groups ?? {}
    if (unspaced !== undefined) open.add(foldWord(unspaced), start, start + written.length)
    else if (word !== undefined) open.addWord(word, start)
    else if (emoji !== undefined) open.add(emoji, start, start + written.length)
    else {
      open.addTone(written)
      if (!SENTENCE_END.test(written + (text[start + written.length] ?? ' '))) continue
      sentences.push(...open.close())
      open = new Opening()
    }
  }
  return [...sentences, ...open.close()]
}

class Opening {
  private readonly tokens: Token[] = []
  private readonly tone = new Set<string>()
  private capitals = 0
  private letters = 0

  add(text: string, start: number, end: number): void {
    if (text !== '') this.tokens.push({ text, start, end })
  }

  addWord(written: string, start: number): void {
    this.countCapitals(written)
    let from = start
    for (const piece of NUMBER.test(written) ? [] : pieces(written)) {
      this.add(spell(piece), from, from + piece.length)
      from += piece.length + 1
    }
    if (from === start) this.add('#', start, start + written.length)
  }

  addTone(mark: string): void {
    if (/[!！]/.test(mark) && /[?？؟]/.test(mark)) this.tone.add('?!')
    else if (/[!！]{2}/.test(mark)) this.tone.add('!!')
    else if (/[?？؟]{2}/.test(mark)) this.tone.add('??')
    else if (/[!！]/.test(mark)) this.tone.add('!')
    else if (/[?？؟]/.test(mark)) this.tone.add('?')
  }

  close(): readonly Sentence[] {
    if (this.letters >= SHORTEST_SHOUT && this.capitals > this.letters * 0.7) this.tone.add('CAPS')
    return this.tokens.length > 0 ? [{ tokens: this.tokens, tone: [...this.tone] }] : []
  }

  private countCapitals(written: string): void {
    for (let at = 0; at < written.length; at++) {
      const code = written.charCodeAt(at)
      if (code >= 65 && code <= 90) this.capitals++
      if (code >= 65) this.letters++
    }
  }
}

const pieces = (written: string): readonly string[] => {
  if (!APOSTROPHE.test(written)) return [written]
  const parts = written.split(APOSTROPHE)
  return parts.length === 2 && GLUED.has((parts[1] ?? '').toLowerCase()) ? [parts.join('')] : parts
}

const spelt = new Map<string, string>()
// Bounded, so that a flood of invented words does not fill the memory of a warm function.
const REMEMBERED = 20_000

const spell = (written: string): string => {
  const known = spelt.get(written)
  if (known !== undefined) return known
  const folded = foldWord(written.slice(0, LONGEST_WORD))
  if (spelt.size >= REMEMBERED) spelt.clear()
  if (written.length <= LONGEST_WORD) spelt.set(written, folded)
  return folded
}

/** "Pleeease", "PLÉASE", "pl3ase" and "рlease" with a Cyrillic first letter compare equal. */
const foldWord = (written: string): string => {
  const letters = Array.from(written, (letter) => foldLetter(letter.codePointAt(0) ?? 0))
  const plain = letters.join('')
  const latin = /[a-z]/.test(plain)
  const folded = latin
    ? letters.map((letter) => lookalike(letter) ?? (LETTERED.test(letter) ? letter : (leet(letter) ?? letter)))
    : letters
  return withoutRepeats(folded.join('')).toWellFormed()
}

/** A run of one letter counts once: nobody who shouts counts letters. */
const withoutRepeats = (word: string): string => {
  let result = ''
  for (let at = 0; at < word.length; at++) if (word[at] !== word[at - 1]) result += word[at]
  return result
}
