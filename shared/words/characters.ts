/** What a character may be part of, as bits: a text is gone through by a look into a table, not by a regular expression. */
export const UNSPACED = 1
export const LETTER = 2
export const MARK = 4
export const NUMBER = 8
/** Decorates or splits a word without being seen. */
export const UNSEEN = 16
/** Stands for a letter inside a word. */
export const SIGN = 32
export const APOSTROPHE = 64
export const EMOJI = 128
export const END = 256
/** Thai and Lao signs written above and below the letter before. */
export const ATTACHED = 512
const SEEN = 32_768

const KINDS: readonly (readonly [kind: number, pattern: RegExp])[] = [
  [
    UNSPACED,
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u,
  ],
  // Letters in circles are symbols to Unicode; readers see letters.
  [LETTER, /[\p{L}Ⓐ-ⓩ]/u],
  [MARK, /\p{M}/u],
  [NUMBER, /\p{N}/u],
  [UNSEEN, /\p{Default_Ignorable_Code_Point}/u],
  [SIGN, /[@$]/u],
  [APOSTROPHE, /['’`´ʼ]/u],
  [EMOJI, /\p{Extended_Pictographic}/u],
  [END, /[.!?;:\n。！？；…¿¡؟।]/u],
  [ATTACHED, /[\u0e31-\u0e4e]/u],
]

// One look at each of the patterns per character and process: a plane of two bytes a character is soon warm.
const basic = new Uint16Array(0x10000)
const beyond = new Map<number, number>()

export const kindOf = (codePoint: number): number => {
  if (codePoint < 0x10000) {
    if (basic[codePoint] === 0) basic[codePoint] = look(codePoint)
    return basic[codePoint] ?? 0
  }
  const known = beyond.get(codePoint)
  if (known !== undefined) return known
  const kind = look(codePoint)
  beyond.set(codePoint, kind)
  return kind
}

const look = (codePoint: number): number => {
  const character = String.fromCodePoint(codePoint)
  return KINDS.reduce((kinds, [kind, pattern]) => (pattern.test(character) ? kinds | kind : kinds), SEEN)
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/**
 * As `codePointAt`, which V8 13.6 (Node 24), once compiled, lets read on behind the end of a text that was cut out of a
 * longer one: half a pair there was taken for a whole one, and whoever went on by its length never came to the end.
 */
export const codePointIn = (text: string, at: number): number => {
  const unit = text.charCodeAt(at)
  const next = isHigh(unit) && at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return isLow(next) ? (unit - 0xd800) * 0x400 + (next - 0xdc00) + 0x10000 : unit
}

/** Before which place a run of such characters that begins at `at` ends. */
export const runEnd = (text: string, at: number, kinds: number, stop = 0): number => {
  let end = at
  while (end < text.length) {
    const code = codePointIn(text, end)
    const kind = kindOf(code)
    if ((kind & kinds) === 0 || (kind & stop) !== 0) break
    end += code > 0xffff ? 2 : 1
  }
  return end
}

/** Where a word of such characters ends: an apostrophe is part of it when a letter follows. */
export const wordEnd = (text: string, at: number, kinds: number, apostrophes: number, stop = 0): number => {
  let end = runEnd(text, at, kinds, stop)
  while (end < text.length && (kindOf(text.charCodeAt(end)) & apostrophes) !== 0) {
    const after = runEnd(text, end + 1, LETTER | MARK)
    if (after === end + 1) break
    end = after
  }
  return end
}
