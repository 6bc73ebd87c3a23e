import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

export const capitals = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const digits = '0123456789'
export const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
export const hexDigits = '0123456789abcdef'

const spelled = (bytes: Uint8Array, alphabet: string, length: number): string =>
  Array.from({ length }, (_, index) => alphabet[(bytes[index % bytes.length] ?? 0) % alphabet.length]).join('')

/** The same for the same words, in a provider's own spelling; at most 64 characters of it differ. */
export const idOf = (alphabet: string, length: number, ...words: readonly string[]): string =>
  spelled(createHash('sha512').update(JSON.stringify(words)).digest(), alphabet, length)

export const randomId = (alphabet: string, length: number): string => spelled(randomBytes(length), alphabet, length)

/** Numbers that only grow, as names that a provider gives one after the other. */
export const counting = (first: number): (() => number) => {
  let last = first - 1
  return () => {
    last += 1
    return last
  }
}

export const sameSecret = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
