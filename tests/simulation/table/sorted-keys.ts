/** Unique texts in order. */
export class SortedKeys {
  readonly #keys: string[] = []

  get size(): number {
    return this.#keys.length
  }

  add(key: string): void {
    const at = this.firstFrom(key)
    if (this.#keys[at] !== key) this.#keys.splice(at, 0, key)
  }

  remove(key: string): void {
    const at = this.firstFrom(key)
    if (this.#keys[at] === key) this.#keys.splice(at, 1)
  }

  at(place: number): string | undefined {
    return this.#keys[place]
  }

  /** The place of the first key that is not below this one. */
  firstFrom(key: string): number {
    // New keys are mostly the last.
    const last = this.#keys.at(-1)
    if (last === undefined || last < key) return this.#keys.length
    let [low, high] = [0, this.#keys.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#keys[middle] ?? '') < key) low = middle + 1
      else high = middle
    }
    return low
  }
}
