/** How much of a channel's limit a text takes: characters as JavaScript counts them, or bytes of UTF-8. */
export type Measure = (text: string) => number

export const inCharacters: Measure = (text) => text.length
export const inBytes: Measure = (text) => Buffer.byteLength(text)

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' })
const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** From the largest piece that a reader would pause after to the smallest that may be torn. */
const finer = [sentences, words, graphemes] as const

const piecesOf = (text: string, limit: number, measure: Measure, level = 0): readonly string[] => {
  if (measure(text) <= limit) return [text]
  const segmenter = finer[level]
  // One character of many joined ones may itself be too long: then its code points are all that is left.
  const pieces = segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text]
  return segmenter ? pieces.flatMap((piece) => piecesOf(piece, limit, measure, level + 1)) : pieces
}

/** As few parts as fit, each ending with a sentence where one ends, else with a word; joined they are the text but for white space at the seams. */
export const splitText = (text: string, limit: number, measure: Measure = inCharacters): readonly string[] => {
  if (measure(text) <= limit) return [text]
  const parts: string[] = []
  let part = ''
  for (const piece of piecesOf(text, limit, measure)) {
    if (part !== '' && measure((part + piece).trimEnd()) > limit) {
      parts.push(part.trim())
      part = ''
    }
    part += piece
  }
  return [...parts, part.trim()].filter(Boolean)
}
