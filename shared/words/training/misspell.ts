import { pick } from './random.ts'

const LATIN_WORD = /[a-z\u00df-\u024f]{4,}/giu

type Slip = (word: string, at: number) => string

const SLIPS: readonly Slip[] = [
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at] ?? '') + word.slice(at),
  (word, at) => word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2),
  (word, at) => word.slice(0, at) + neighbour(word[at] ?? '') + word.slice(at + 1),
]

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

const neighbour = (letter: string): string => {
  const row = ROWS.find((keys) => keys.includes(letter)) ?? ''
  return row[row.indexOf(letter) + 1] ?? row[row.indexOf(letter) - 1] ?? letter
}

/** The text as hurried fingers write it: each longer word slips with the given probability, never in its first letter. */
export const misspell = (text: string, probability: number, random: () => number): string =>
  text.replace(LATIN_WORD, (word) => {
    if (random() >= probability) return word
    const at = 1 + Math.floor(random() * (word.length - 2))
    return pick(SLIPS, random)?.(word, at) ?? word
  })
