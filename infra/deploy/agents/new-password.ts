const kinds = ['ABCDEFGHJKLMNPQRSTUVWXYZ', 'abcdefghijkmnopqrstuvwxyz', '23456789', '-_.!+=']
const length = 20

/** One of each kind, as the pool's policy asks, then any. @param below an unguessable number from 0 to just under its argument */
export const newPassword = (below: (limit: number) => number): string => {
  const pick = (letters: string): string => letters.charAt(below(letters.length))
  const start = kinds.map(pick)
  const more = Array.from({ length: length - start.length }, () => pick(kinds.join('')))
  return [...start, ...more].join('')
}
