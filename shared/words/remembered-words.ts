const NONE = -1
const SPARSE = 2
// Whoever makes up words of one hash gets no further: a word that finds no place so near is not remembered.
const PROBES = 16

interface Generation<Made> {
  readonly places: Int32Array
  readonly words: string[]
  readonly made: Made[]
}

const generation = <Made>(least: number): Generation<Made> => ({
  places: new Int32Array(1 << (32 - Math.clz32(least * SPARSE))).fill(NONE),
  words: [],
  made: [],
})

/** As `Remembered`, for words that stand in a text: looked for where they stand, without being cut out. */
export class RememberedWords<Made> {
  readonly #half: number
  #young: Generation<Made>
  #old: Generation<Made> | undefined

  /** Keeps `least` of the newest, and at most twice as many. */
  constructor(least: number) {
    this.#half = least
    this.#young = generation(least)
  }

  /** What was made for the word from one place of the text to before another. */
  get(text: string, from: number, to: number): Made | undefined {
    const hash = hashOf(text, from, to)
    const young = find(this.#young, text, from, to, hash)
    if (young !== undefined || this.#old === undefined) return young
    const old = find(this.#old, text, from, to, hash)
    if (old !== undefined) this.set(text.slice(from, to), old)
    return old
  }

  /** For a word that is not there yet. */
  set(word: string, made: Made): void {
    if (this.#young.words.length >= this.#half) {
      this.#old = this.#young
      this.#young = generation(this.#half)
    }
    const { places, words, made: all } = this.#young
    const mask = places.length - 1
    const first = hashOf(word, 0, word.length)
    for (let probe = 0; probe < PROBES; probe++) {
      const slot = (first + probe) & mask
      if (places[slot] !== NONE) continue
      places[slot] = words.length
      words.push(word)
      all.push(made)
      return
    }
  }

  get size(): number {
    return this.#young.words.length + (this.#old?.words.length ?? 0)
  }
}

const find = <Made>(
  { places, words, made }: Generation<Made>,
  text: string,
  from: number,
  to: number,
  hash: number,
): Made | undefined => {
  const mask = places.length - 1
  for (let probe = 0; probe < PROBES; probe++) {
    const place = places[(hash + probe) & mask] ?? NONE
    if (place === NONE) return undefined
    if (stands(words[place] ?? '', text, from, to)) return made[place]
  }
  return undefined
}

const stands = (word: string, text: string, from: number, to: number): boolean => {
  if (word.length !== to - from) return false
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false
  return true
}

const hashOf = (text: string, from: number, to: number): number => {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15)
}
