const EMPTY = -1

/** The row of each piece, by open addressing: typed arrays fill faster than a `Map` at a cold start. */
export const rowTable = (pieces: Uint32Array): ((piece: number) => number | undefined) => {
  let size = 2
  while (size < pieces.length * 2) size *= 2
  const rows = new Int32Array(size).fill(EMPTY)
  const placeOf = (piece: number): number => {
    let place = piece & (size - 1)
    for (let row = rows[place] ?? EMPTY; row !== EMPTY && pieces[row] !== piece; row = rows[place] ?? EMPTY)
      place = (place + 1) & (size - 1)
    return place
  }
  for (let row = 0; row < pieces.length; row++) rows[placeOf(pieces[row] ?? 0)] = row
  return (piece) => {
    const row = rows[placeOf(piece)] ?? EMPTY
    return row === EMPTY ? undefined : row
  }
}
