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
/** A step that makes it worse is too long; this often it is halved. */
const HALVINGS = 30
const WORSE = 1 + 1e-9

/** Platt's scaling by Newton's method: the logistic curve that turns margins into observed shares. */
export const calibrate = (observed: readonly Observed[]): Calibration => {
  let at: Calibration = { slope: 1, offset: 0 }
  let loss = lossOf(observed, at)
  for (let round = 0; round < ROUNDS; round++) {
    const before = at
    const step = newton(observed, at)
    let next = moved(at, step, 1)
    // Few examples, far apart: a whole step may leap over the valley and never come back.
    for (let halved = 1; halved <= HALVINGS && !(lossOf(observed, next) <= loss * WORSE); halved++)
      next = moved(at, step, 0.5 ** halved)
    at = next
    // Where a step leads nowhere, so do all that would follow.
    if (at.slope === before.slope && at.offset === before.offset) break
    loss = lossOf(observed, at)
  }
  return { slope: Math.fround(at.slope), offset: Math.fround(at.offset) }
}

const moved = ({ slope, offset }: Calibration, by: Calibration, share: number): Calibration => ({
  slope: slope - by.slope * share,
  offset: offset - by.offset * share,
})

const newton = (observed: readonly Observed[], at: Calibration): Calibration => {
  let [gs, go, hss, hso, hoo] = [0, 0, 1e-6, 0, 1e-6]
  for (const { margin, holds, weight } of observed) {
    const probability = 1 / (1 + Math.exp(-(at.slope * margin + at.offset)))
    const error = weight * (probability - Number(holds))
    const curve = weight * probability * (1 - probability)
    gs += error * margin
    go += error
    hss += curve * margin * margin
    hso += curve * margin
    hoo += curve
  }
  const determinant = hss * hoo - hso * hso
  return { slope: (hoo * gs - hso * go) / determinant, offset: (hss * go - hso * gs) / determinant }
}

const lossOf = (observed: readonly Observed[], { slope, offset }: Calibration): number =>
  observed.reduce((sum, { margin, holds, weight }) => {
    const logit = (slope * margin + offset) * (holds ? 1 : -1)
    // log(1 + e^-logit) without an overflow.
    return sum + weight * (Math.max(0, -logit) + Math.log1p(Math.exp(-Math.abs(logit))))
  }, 0)
