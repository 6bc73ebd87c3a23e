import {
  ATTACHED,
  EMOJI,
  END,
  APOSTROPHE as GLUE,
  JOINER,
  kindOf,
  LETTER,
  MARK,
  NUMBER as NUMERAL,
  runEnd,
  SIGN,
  UNSEEN,
  UNSPACED,
  wordEnd,
} from './characters.ts'
import { foldLetter, leet, lookalike } from './letters.ts'
import { Remembered } from './remembered.ts'

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

const WORD = LETTER | MARK | NUMERAL | SIGN | UNSEEN | JOINER
const NUMBER = /^[\p{N}@$]+$/u
const LETTERED = /\p{L}/u
const LATIN = /[a-z]/
const PLAIN = /^[a-z]+$/
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
  for (let start = 0, end = 0; start < text.length; start = end) {
    const code = text.codePointAt(start) ?? 0
    const kind = kindOf(code)
    end = start + (code > 0xffff ? 2 : 1)
    if (kind & UNSPACED) {
      end = runEnd(text, end, ATTACHED)
      open.add(spellUnspaced(text.slice(start, end)), start, end)
    } else if (kind & WORD) {
      end = wordEnd(text, start, WORD, GLUE)
      open.addWord(text.slice(start, end), start)
    } else if (kind & EMOJI) open.add(text.slice(start, end), start, end)
    else if (kind & END) {
      end = runEnd(text, end, END)
      const mark = text.slice(start, end)
      open.addTone(mark)
      if (!SENTENCE_END.test(mark + (text[end] ?? ' '))) continue
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

const spelt = new Remembered<string, string>(30_000)

const spell = (written: string): string => {
  const known = spelt.get(written)
  if (known !== undefined) return known
  const folded = foldWord(written.slice(0, LONGEST_WORD))
  if (written.length <= LONGEST_WORD) spelt.set(written, folded)
  return folded
}

const spellUnspaced = (written: string): string => (written.length <= LONGEST_WORD ? spell(written) : foldWord(written))

/** "Pleeease", "PLÉASE", "pl3ase" and "рlease" with a Cyrillic first letter compare equal. */
const foldWord = (written: string): string => {
  if (PLAIN.test(written)) return withoutRepeats(written)
  const letters = Array.from(written, (letter) => foldLetter(letter.codePointAt(0) ?? 0))
  const latin = letters.some((letter) => LATIN.test(letter))
  return withoutRepeats((latin ? letters.map(asLatin) : letters).join('')).toWellFormed()
}

const asLatin = (letter: string): string =>
  LATIN.test(letter) ? letter : (lookalike(letter) ?? (LETTERED.test(letter) ? letter : (leet(letter) ?? letter)))

/** A run of one letter counts once: nobody who shouts counts letters. */
const withoutRepeats = (word: string): string => {
  let [result, from] = ['', 0]
  for (let at = 1; at < word.length; at++) {
    if (word.charCodeAt(at) !== word.charCodeAt(at - 1)) continue
    result += word.slice(from, at)
    from = at + 1
    while (from < word.length && word.charCodeAt(from) === word.charCodeAt(at)) from++
    at = from
  }
  return from === 0 ? word : result + word.slice(from)
}
