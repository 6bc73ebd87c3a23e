import { isNeutral } from './terms.ts'

/** Letters that words of two languages, or a word and a compound, have to have in common: "grav" of "engraving", "Gravur". */
const letters = 4
const spaced = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]+$/u

/** Each run of so many letters in a stem, marked as none is a word. */
export const rootsOf = (stem: string): readonly string[] =>
  isNeutral(stem) || stem.length < letters || !spaced.test(stem)
    ? []
    : Array.from({ length: stem.length - letters + 1 }, (_, at) => `=${stem.slice(at, at + letters)}`)
