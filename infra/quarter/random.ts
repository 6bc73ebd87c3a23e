/** Draws of one seed: the same seed, the same draws, on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  chance(probability: number): boolean
  pick<T>(from: readonly [T, ...T[]]): T
  /** Of a whole number below. */
  below(limit: number): number
  /** Mean of an exponential. */
  exponential(mean: number): number
  normal(): number
  lognormal(median: number, sigma: number): number
  /** A stream of its own: what is drawn there moves nothing here. */
  fork(name: string): Random
}

const golden = 0x9e3779b9

/** FNV-1a, so that streams are told apart by name. */
const hash = (text: string): number => {
  let sum = 0x811c9dc5
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193)
  return sum >>> 0
}

/** Mulberry32: 32 bits of state are enough for what is simulated, and it is a line long. */
const mulberry = (seed: number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const seeded = (seed: number): Random => {
  const next = mulberry(Math.imul(seed + 1, golden))
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    chance: (probability) => next() < probability,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
    below: (limit) => Math.floor(next() * limit),
    exponential: (mean) => -mean * Math.log(1 - next()),
    normal,
    lognormal: (median, sigma) => median * Math.exp(sigma * normal()),
    fork: (name) => seeded((Math.imul(seed + 1, 31) ^ hash(name)) >>> 0),
  }
}

/** One of several, as often as its weight says. */
export const weighted = <T>(random: Random, from: readonly (readonly [T, number])[]): T | undefined => {
  let left = random.next() * from.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [one, weight] of from) {
    left -= weight
    if (left < 0) return one
  }
  return from.at(-1)?.[0]
}
