/** Short words have too many neighbours to be corrected: "lamp" is one letter from "lame" and "camp". */
const shortestCorrected = 5
const lettersForTwoEdits = 9
const shortestCompoundPart = 5

/** In a short word another letter is more often another word than a typo: "medic", "medid". */
const shortestSubstituted = 7

/** Edits to turn one word into the other, a swap of neighbours counting once; stops counting above `most`. */
export const editsBetween = (a: string, b: string, most: number): number => {
  const substitution = a.length < shortestSubstituted ? 2 : 1
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : substitution
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current[column] = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + same,
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...current) > most) return most + 1
    before = previous
    previous = current
  }
  return previous[b.length] ?? most + 1
}

const nearest = (word: string, vocabulary: readonly string[]): string | undefined => {
  const most = word.length >= lettersForTwoEdits ? 2 : 1
  let best: string | undefined
  let fewest = most + 1
  for (const candidate of vocabulary) {
    if (candidate.length < shortestCorrected - 1) continue
    const edits = editsBetween(word, candidate, Math.min(most, fewest - 1))
    if (edits < fewest) [best, fewest] = [candidate, edits]
  }
  return best
}

/** The longest known word that a compound begins with: "lieferkosten" is about "liefer". */
const firstPart = (word: string, known: ReadonlySet<string>): string | undefined => {
  for (let length = word.length - 3; length >= shortestCompoundPart; length--)
    if (known.has(word.slice(0, length))) return word.slice(0, length)
  return undefined
}

/** Puts known stems in the place of mistyped and compound ones; what it cannot place stays as it is. */
export const respelling = (known: ReadonlySet<string>): ((stem: string) => string) => {
  // A typo seldom hits the first letter, and other words often differ there: "weather", "leather".
  const byFirstLetter = Map.groupBy(known, (word) => word.charAt(0))
  return (word) => {
    if (word.length < shortestCorrected || known.has(word) || /\d/.test(word)) return word
    return nearest(word, byFirstLetter.get(word.charAt(0)) ?? []) ?? firstPart(word, known) ?? word
  }
}
