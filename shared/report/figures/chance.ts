/** Two-sided chance of a standard normal value this far out. Abramowitz and Stegun 26.2.17, to 1e-7. */
export const chanceOf = (z: number): number => {
  const x = Math.abs(z)
  const t = 1 / (1 + 0.2316419 * x)
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return Math.min(1, 2 * density * sum)
}

/** Two counts of spans of one length: how far apart, in what chance alone does. */
export const countsApart = (before: number, now: number): number =>
  before + now === 0 ? 0 : (now - before) / Math.sqrt(before + now)

/** Two shares, pooled. */
export const sharesApart = (before: readonly [number, number], now: readonly [number, number]): number => {
  const [a, n] = before
  const [b, m] = now
  if (n === 0 || m === 0) return 0
  const pooled = (a + b) / (n + m)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
  return error === 0 ? 0 : (b / m - a / n) / error
}

/** Two sets of times by their ranks (Mann and Whitney, ties in the middle). */
export const timesApart = (before: readonly number[], now: readonly number[]): number => {
  const [n, m] = [before.length, now.length]
  if (n === 0 || m === 0) return 0
  const all = [...before.map((time) => ({ time, late: 0 })), ...now.map((time) => ({ time, late: 1 }))]
  all.sort((a, b) => a.time - b.time)
  let [sum, ties] = [0, 0]
  for (let from = 0; from < all.length; ) {
    let to = from
    while (to < all.length && all[to]?.time === all[from]?.time) to++
    const alike = to - from
    ties += alike ** 3 - alike
    sum += all.slice(from, to).filter(({ late }) => late === 1).length * ((from + to + 1) / 2)
    from = to
  }
  const both = n + m
  const variance = ((n * m) / 12) * (both + 1 - ties / (both * (both - 1)))
  return variance <= 0 ? 0 : (sum - (m * (m + 1)) / 2 - (n * m) / 2) / Math.sqrt(variance)
}
