import type { PieceCounts, Pieces } from './question-pieces.ts'

/** A text as a direction: the known pieces it has and how much each of them says, of length one or, with unknown ones, less. */
export interface Weighed {
  readonly rows: Int32Array
  readonly values: Float32Array
}

/** Which pieces are known and how rare each is. */
export interface Scale {
  /** A piece's row, below `rarity.length`; undefined for one that no text had. */
  readonly rowOf: (piece: number) => number | undefined
  readonly rarity: ArrayLike<number>
  /** What a piece weighs that no text had. */
  readonly unknown: number
}

const weighKind = (counts: PieceCounts, scale: Scale, rows: number[], values: number[]): void => {
  const from = values.length
  let squares = 0
  for (const [piece, times] of counts) {
    const row = scale.rowOf(piece)
    const value = (1 + Math.log(times)) * (row === undefined ? scale.unknown : (scale.rarity[row] ?? 0))
    squares += value * value
    if (row === undefined) continue
    rows.push(row)
    values.push(value)
  }
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) / Math.sqrt(squares)
}

/** Each kind of pieces weighs the same, whatever their number; unknown ones count in the length and point nowhere. */
export const weigh = (pieces: Pieces, scale: Scale): Weighed => {
  const kinds = [pieces.stems, pieces.letters, pieces.senses].filter(({ size }) => size > 0)
  const rows: number[] = []
  const values: number[] = []
  for (const kind of kinds) weighKind(kind, scale, rows, values)
  const shrink = 1 / Math.sqrt(kinds.length || 1)
  return { rows: Int32Array.from(rows), values: Float32Array.from(values, (value) => value * shrink) }
}

/** Learns from texts which pieces there are and how rare each is. */
export const scaleOf = (texts: readonly Pieces[]): Scale & { readonly pieces: readonly number[] } => {
  const rows = new Map<number, number>()
  const textsWith: number[] = []
  for (const text of texts)
    for (const kind of [text.stems, text.letters, text.senses])
      for (const piece of kind.keys()) {
        const row = rows.get(piece) ?? rows.size
        rows.set(piece, row)
        textsWith[row] = (textsWith[row] ?? 0) + 1
      }
  const rarityAt = (count: number): number => Math.log((1 + texts.length) / (1 + count)) + 1
  return {
    pieces: [...rows.keys()],
    rowOf: (piece) => rows.get(piece),
    rarity: Float64Array.from(textsWith, rarityAt),
    unknown: rarityAt(0),
  }
}
