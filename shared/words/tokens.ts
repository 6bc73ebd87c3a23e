import {
  ATTACHED,
  codePointIn,
  EMOJI,
  END,
  APOSTROPHE as GLUE,
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
import { endsSentence, markOf } from './marks.ts'
import type { Noted } from './notes.ts'
import { RememberedWords } from './remembered-words.ts'

/** One word, character of an unspaced script, number or emoji as the classifier sees it, and where it stands in the text. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
  /** The same wherever the word stands. */
  readonly word: Noted
}

/** Tokens between two ends of a sentence. */
export interface Sentence {
  readonly tokens: readonly Token[]
  /** How it is said: `!!`, `?!`, capitals. Tone counts beside the words, not in their order. */
  readonly tone: readonly string[]
}

const WORD = LETTER | MARK | NUMERAL | SIGN | UNSEEN
const NUMBER = /^[\p{N}@$]+$/u
const LETTERED = /\p{L}/u
const LATIN = /[a-z]/
const PLAIN = /^[a-z]+$/
const APOSTROPHE = /['’`´ʼ]/
// What English glues to a word; elsewhere an apostrophe parts two words (l'avocat, c'è).
const GLUED = new Set(['t', 's', 'm', 're', 've', 'll', 'd'])
const SHORTEST_SHOUT = 8
const LONGEST_WORD = 40

/** Splits a text into sentences of folded tokens, in time linear to its length. */
export const sentencesOf = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = []
  let open = new Opening()
  for (let start = 0, end = 0; start < text.length; start = end) {
    const code = codePointIn(text, start)
    const kind = kindOf(code)
    end = start + (code > 0xffff ? 2 : 1)
    if (kind & UNSPACED) {
      end = runEnd(text, end, ATTACHED)
      open.add(known(text, start, end, ofUnspaced), start)
    } else if (kind & WORD) {
      end = wordEnd(text, start, WORD, GLUE, UNSPACED)
      open.add(known(text, start, end, ofWord), start)
    } else if (kind & EMOJI) open.add(known(text, start, end, asIs), start)
    else if (kind & END) {
      end = runEnd(text, end, END)
      const mark = markOf(text.slice(start, end))
      open.addTone(mark.tone)
      if (!endsSentence(mark, text[end])) continue
      open.close(sentences)
      open = new Opening()
    }
  }
  open.close(sentences)
  return sentences
}

class Opening {
  readonly tokens: Token[] = []
  readonly tone: string[] = []
  private capitals = 0
  private letters = 0

  add({ pieces, capitals, letters }: Written, at: number): void {
    for (const word of pieces) this.tokens.push({ text: word.text, start: at + word.from, end: at + word.to, word })
    this.capitals += capitals
    this.letters += letters
  }

  addTone(tone: string | undefined): void {
    if (tone !== undefined && !this.tone.includes(tone)) this.tone.push(tone)
  }

  close(sentences: Sentence[]): void {
    if (this.letters >= SHORTEST_SHOUT && this.capitals > this.letters * 0.7) this.addTone('CAPS')
    if (this.tokens.length > 0) sentences.push(this)
  }
}

/** What a run of letters comes to; `from` and `to` count in it. */
interface Written {
  readonly pieces: readonly (Noted & { readonly text: string; readonly from: number; readonly to: number })[]
  readonly capitals: number
  readonly letters: number
}

const remembered = new RememberedWords<Written>(30_000)
const LONGEST_REMEMBERED = 80

/** What is written so begins with the same character, and so is always made in the same way. */
const known = (text: string, from: number, to: number, make: (written: string) => Written): Written => {
  const before = remembered.get(text, from, to)
  if (before !== undefined) return before
  const written = text.slice(from, to)
  const made = make(written)
  if (written.length <= LONGEST_REMEMBERED) remembered.set(written, made)
  return made
}

const piece = (text: string, from: number, to: number): Written['pieces'][number] => ({
  text,
  from,
  to,
  notes: [undefined, undefined],
})

const asIs = (written: string): Written => ({ pieces: [piece(written, 0, written.length)], capitals: 0, letters: 0 })

const ofUnspaced = (written: string): Written => {
  const text = foldWord(written)
  return { pieces: text === '' ? [] : [piece(text, 0, written.length)], capitals: 0, letters: 0 }
}

const ofWord = (written: string): Written => ({ ...countLetters(written), pieces: piecesOf(written) })

const piecesOf = (written: string): Written['pieces'] => {
  if (NUMBER.test(written)) return [piece('#', 0, written.length)]
  let from = 0
  return parts(written).flatMap((part) => {
    const text = foldWord(part.slice(0, LONGEST_WORD))
    const start = from
    from += part.length + 1
    return text === '' ? [] : [piece(text, start, start + part.length)]
  })
}

const parts = (written: string): readonly string[] => {
  if (!APOSTROPHE.test(written)) return [written]
  const all = written.split(APOSTROPHE)
  return all.length === 2 && GLUED.has((all[1] ?? '').toLowerCase()) ? [all.join('')] : all
}

const countLetters = (written: string): Pick<Written, 'capitals' | 'letters'> => {
  let [capitals, letters] = [0, 0]
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at)
    if (code >= 65 && code <= 90) capitals++
    if (code >= 65) letters++
  }
  return { capitals, letters }
}

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
