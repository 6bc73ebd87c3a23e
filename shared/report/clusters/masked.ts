import { holdsAddress } from '../../channel/customer-words.ts'

/** A customer's words as a page may show them to people who never met the customer: no addresses, no numbers of things. */
export const masked = (text: string): string =>
  text
    .replace(/\S+/g, (word) => (holdsAddress(word) ? '[address]' : word))
    .replace(/\bhttps?:\/\/\S+/g, '[link]')
    .replace(/(?<![\p{L}\p{N}])[#+]?\p{Lu}{0,5}[-_/]?\d[\d\s()./-]{2,}\d(?![\p{L}\p{N}])/gu, '[number]')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
