const marks = /\p{M}+/gu
const apostrophes = /(?<=\p{L})['’`´](?=(?:s|t|m|d|re|ve|ll)\b)/giu
const word = /[\p{L}\p{N}]+/gu

/** One spelling per letter: no case, no accents, no ligatures. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ø', 'o')
    .replaceAll('ı', 'i')

const unparted = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]/u
/** Katakana writes a word; of the others, and of Hangul, whose words end in particles, a run holds several. */
const runs =
  /[\p{Script=Katakana}ー]+|\p{Script=Han}+|\p{Script=Hiragana}+|\p{Script=Hangul}+|\p{Script=Thai}+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}]+/gu
const parts = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}\p{Script=Thai}]{3}/u
/** "は", "から": what a sentence is held together with. */
const particle = /^\p{Script=Hiragana}{1,2}$/u

/** Where nothing parts the words, each two characters side by side stand for one. */
const pairsIn = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((second, at) => `${characters[at]}${second}`)
}

const partsOf = (written: string): string[] =>
  unparted.test(written)
    ? (written.normalize('NFC').match(runs) ?? [])
        .filter((run) => !particle.test(run))
        .flatMap((run) => (parts.test(run) ? pairsIn(run) : [run]))
    : [written]

/** Folded words in order. "don't" is one word; "l'achat" is two, as the article is no part of the noun. */
export const wordsOf = (text: string): string[] =>
  (fold(text.replace(apostrophes, '')).match(word) ?? []).flatMap(partsOf)

const endings = `
  ations ation aciones acion acoes acao zioni zione ciones cion coes cao ungen ung heiten heit keiten keit
  mente ments ment ances ance ences ence ables able ibles ible ings ing
  ieren iert ados adas ado ada ato ata ati ate idos idas ido ida ito ita uto uta ees ee
  amos amo iamo ez ies ied ed ers er en em es est e
  eurs eur euse ors or ar ir are ere ire as os is a o i s y`
  .trim()
  .split(/\s+/)
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))

const shortestStem = 4
/** A second ending goes only from what stays this long: "deliver-y" and "deliver-ed" meet "deliver" at "deliv". */
const shortestTwiceCut = 5

const cut = (word: string, shortest: number): string => {
  const ending = endings.find((end) => word.length - end.length >= shortest && word.endsWith(end))
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/**
 * Cuts the commonest endings of the six languages, one rule set for all: the language of a short question is a guess,
 * and a wrong stemmer is worse than a light one. Stems need not be words; they only have to agree.
 */
export const stem = (folded: string): string => {
  if (/\d/.test(folded)) return folded
  if (folded.length === shortestStem && folded.endsWith('s') && !folded.endsWith('ss')) return folded.slice(0, -1)
  return cut(cut(folded, shortestStem), shortestTwiceCut).replace(/([^aeiou\d])\1$/, '$1')
}
