import type { PieceCounts, Pieces } from './question-pieces.ts'

/** A text as a direction: the known pieces it has and how much each of them says, of length one or, with unknown ones, less. */
export interface Weighed {
  readonly rows: Int32Array
  readonly values: Float32Array
}

/** An entry's questions, or a matter's. */
export type Questions = readonly Weighed[]

/** Which pieces are known and how rare each is. */
export interface Scale {
  /** A piece's row, below `rarity.length`; undefined for one that no text had. */
  readonly rowOf: (piece: number) => number | undefined
  readonly rarity: ArrayLike<number>
  /** What a piece weighs that no text had. */
  readonly unknown: number
}

const weighKind = (counts: PieceCounts, length: number, scale: Scale, rows: number[], values: number[]): void => {
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
  for (let at = from; at < values.length; at++) values[at] = ((values[at] ?? 0) * length) / Math.sqrt(squares)
}

/** Letters say a little more than words do: they are most of what a misspelt question has in common with others. */
const LETTERS_WEIGHT = 1.3

type Kind = readonly [counts: PieceCounts, weight: number]

const weighKinds = (kinds: readonly Kind[], scale: Scale): Weighed => {
  const some = kinds.filter(([{ size }]) => size > 0)
  const whole = Math.hypot(...some.map(([, weight]) => weight)) || 1
  const rows: number[] = []
  const values: number[] = []
  for (const [counts, weight] of some) weighKind(counts, weight / whole, scale, rows, values)
  return { rows: Int32Array.from(rows), values: Float32Array.from(values) }
}

/** Each kind of pieces has its weight, whatever their number; unknown ones count in the length and point nowhere. */
export const weigh = ({ stems, letters, senses }: Pieces, scale: Scale): Weighed =>
  weighKinds(
    [
      [stems, 1],
      [letters, LETTERS_WEIGHT],
      [senses, 1],
    ],
    scale,
  )

/** The same without letters: a tenth of the pieces, to lay questions side by side. */
export const weighWords = ({ stems, senses }: Pieces, scale: Scale): Weighed =>
  weighKinds(
    [
      [stems, 1],
      [senses, 1],
    ],
    scale,
  )

/** A name that nobody ever wrote says little against an entry: of the rarest known piece's weight. */
const UNKNOWN_SHARE = 0.35

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
    unknown: rarityAt(0) * UNKNOWN_SHARE,
  }
}
