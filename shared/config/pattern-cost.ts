import { rivalsIn } from './pattern-rivals.ts'
import { type Node, type Row, readPattern, type Times } from './pattern-tree.ts'

/** As much of a message as a company's pattern sees. */
const REACH = 4_000
// More ways to go on than this tell no more than the costliest of them.
const MOST_WAYS = 200

/** Repeats that one stretch of text may be divided among, and in how many ways; `fits` are the characters all of them take. */
interface Way {
  readonly fits: bigint
  readonly cost: number
}

/** Of ways that nothing parts again, whatever follows: two alternatives that took the same text. */
const ANY = -1n

/**
 * How many steps a search for the pattern may take in the worst message, nearly: from each place of it, every division of
 * what follows among repeats that take the same characters, with nothing between them that only one division fits.
 */
export const patternCost = (pattern: string): number => {
  const alternatives = readPattern(pattern)
  const walk = new Walk(pattern)
  walk.through(alternatives, [])
  const anchored = /^\^/.test(pattern) && alternatives.length === 1
  return (anchored ? 1 : REACH) * walk.worst
}

const BACK = /^\\(?:[1-9]|k<)/

class Walk {
  worst = 1
  readonly #alphabet: readonly string[]
  readonly #catchesAnyLength: boolean
  readonly #fitting = new Map<string, bigint>()

  constructor(pattern: string) {
    this.#catchesAnyLength = /\([^)]*(?:[*+]|\{\d+,\})/.test(pattern)
    this.#alphabet = [...new Set([...ASCII, ...'éßяδ漢あا한ह٣😀–\u00a0\u200b\u0301', ...pattern])]
  }

  through(alternatives: readonly Row[], ways: readonly Way[]): readonly Way[] {
    return costliest(alternatives.flatMap((row) => row.reduce((left, node) => this.#past(node, left), ways)))
  }

  #past(node: Node, ways: readonly Way[]): readonly Way[] {
    if (node.kind === 'one') return this.#pastOne(this.#fits(node.source), this.#timesOf(node), ways)
    if (node.kind === 'place') {
      this.#failing(ways)
      return ways
    }
    if (node.isLook) {
      this.#failing(this.through(node.alternatives, ways))
      return ways
    }
    if (node.most > FEW) return this.#pastOne(this.#fitsAny(node.alternatives), node, ways)
    const rivals = rivalsIn(node.alternatives, (source) => this.#fits(source))
    let left = ways
    for (let time = 1; time <= node.most; time++) {
      const more = times(this.through(node.alternatives, left), rivals, ANY)
      left = time <= node.least ? more : costliest([...left, ...more])
    }
    return node.most === node.least ? left : times(left, node.most - node.least + 1, this.#fitsAny(node.alternatives))
  }

  /** What a group caught in an open repeat comes again in any length. */
  #timesOf({ source, least, most }: Extract<Node, { kind: 'one' }>): Times {
    return this.#catchesAnyLength && BACK.test(source) ? { least: 0, most: Infinity } : { least, most }
  }

  #pastOne(fits: bigint, { least, most }: Times, ways: readonly Way[]): readonly Way[] {
    if (least > 0) this.#failing(ways)
    const lengths = Math.min(most - least + 1, REACH)
    // What stands between two repeats parts them only where the first does not take it.
    const open = ways.filter((way) => way.fits === ANY || (way.fits & fits) !== 0n)
    if (lengths === 1) return open
    const divided = open.map((way) => ({ fits: way.fits & fits, cost: way.cost * lengths }))
    return costliest([...(least === 0 ? ways : open), ...divided, { fits, cost: lengths }])
  }

  /** Here it may turn out that nothing matches, and all ways are gone. */
  #failing(ways: readonly Way[]): void {
    for (const { cost } of ways) this.worst = Math.max(this.worst, cost)
  }

  #fits(source: string): bigint {
    const known = this.#fitting.get(source) ?? this.#tryAll(source)
    this.#fitting.set(source, known)
    return known
  }

  #tryAll(source: string): bigint {
    // What a group has caught may be anything.
    const one = BACK.test(source) ? /^.$/su : new RegExp(`^(?:${source})$`, 'iu')
    return this.#alphabet.reduce((bits, character, at) => (one.test(character) ? bits | (1n << BigInt(at)) : bits), 0n)
  }

  #fitsAny(alternatives: readonly Row[]): bigint {
    return alternatives.flat().reduce((bits, node) => {
      if (node.kind === 'one') return bits | this.#fits(node.source)
      return node.kind === 'group' ? bits | this.#fitsAny(node.alternatives) : bits
    }, 0n)
  }
}

/** What is left to try where so many ways come together, until something does not fit them. */
const times = (ways: readonly Way[], many: number, fits: bigint): readonly Way[] => {
  if (many === 1) return ways
  const multiplied = ways.flatMap((way) =>
    (way.fits & fits) === 0n ? [] : [{ fits: way.fits & fits, cost: way.cost * many }],
  )
  return costliest([...ways, ...multiplied, { fits, cost: many }])
}

const ASCII = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code))
/** A group that comes more often than this holds nothing that varies, so that it is like a run of its characters. */
const FEW = 3

const costliest = (ways: readonly Way[]): readonly Way[] => {
  const best = new Map<bigint, Way>()
  for (const way of ways) if (way.cost > (best.get(way.fits)?.cost ?? 0)) best.set(way.fits, way)
  return [...best.values()].sort((one, other) => other.cost - one.cost).slice(0, MOST_WAYS)
}
