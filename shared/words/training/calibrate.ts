/** A margin that training did not see the text of, and whether the trigger held. */
export interface Observed {
  readonly margin: number
  readonly holds: boolean
  readonly weight: number
}

export interface Calibration {
  readonly slope: number
  readonly offset: number
}

const ROUNDS = 100

/** Platt's scaling by Newton's method: the logistic curve that turns margins into observed shares. */
export const calibrate = (observed: readonly Observed[]): Calibration => {
  let slope = 1
  let offset = 0
  for (let round = 0; round < ROUNDS; round++) {
    let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6]
    for (const { margin, holds, weight } of observed) {
      const probability = 1 / (1 + Math.exp(-(slope * margin + offset)))
      const error = weight * (probability - Number(holds))
      const curve = weight * probability * (1 - probability)
      gs += error * margin
      go += error
      hss += curve * margin * margin
      hso += curve * margin
      hoo += curve
    }
    const determinant = hss * hoo - hso * hso
    slope -= (hoo * gs - hso * go) / determinant
    offset -= (hss * go - hso * gs) / determinant
  }
  return { slope: Math.fround(slope), offset: Math.fround(offset) }
}
