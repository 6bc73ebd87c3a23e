import type { Vector } from './vectors.ts'

/** The middle of a group: the sum of its members, each as often as it was asked. */
export class Centre {
  readonly sums = new Map<number, number>()
  #square = 0

  get length(): number {
    return Math.sqrt(this.#square)
  }

  add({ terms, weights }: Vector, times: number): void {
    for (let at = 0; at < terms.length; at++) this.#raise(terms[at] ?? 0, (weights[at] ?? 0) * times)
  }

  /** Cosine of a unit vector and the centre. */
  likeness({ terms, weights }: Vector): number {
    let dot = 0
    for (let at = 0; at < terms.length; at++) dot += (weights[at] ?? 0) * (this.sums.get(terms[at] ?? 0) ?? 0)
    return this.#square === 0 ? 0 : dot / this.length
  }

  #raise(term: number, by: number): void {
    const before = this.sums.get(term) ?? 0
    this.sums.set(term, before + by)
    this.#square += 2 * before * by + by * by
  }
}
