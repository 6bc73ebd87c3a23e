import type { KeyRange } from './key-range.ts'
import { SortedKeys } from './sorted-keys.ts'

/** Things in the order of their sort keys. */
export class Partition<T> {
  readonly #keys = new SortedKeys()
  readonly #things = new Map<string, T>()

  get size(): number {
    return this.#things.size
  }

  get(key: string): T | undefined {
    return this.#things.get(key)
  }

  set(key: string, thing: T): void {
    this.#keys.add(key)
    this.#things.set(key, thing)
  }

  delete(key: string): void {
    this.#keys.remove(key)
    this.#things.delete(key)
  }

  /** Those of the range, from `after` on if it is given, in the asked direction. */
  *walk({ from, beyond, reaches }: KeyRange, forward: boolean, after?: string): Generator<[key: string, thing: T]> {
    const first = this.#past(from, beyond)
    const start = forward
      ? Math.max(first, after === undefined ? 0 : this.#past(after, true))
      : this.#lastOf(reaches, first, after)
    for (let at = start; forward || at >= first; at += forward ? 1 : -1) {
      const key = this.#keys.at(at)
      const thing = key === undefined ? undefined : this.#things.get(key)
      if (key === undefined || thing === undefined || !reaches(key)) return
      yield [key, thing]
    }
  }

  #past(key: string, beyond: boolean): number {
    const at = this.#keys.firstFrom(key)
    return beyond && this.#keys.at(at) === key ? at + 1 : at
  }

  #lastOf(reaches: (key: string) => boolean, first: number, after: string | undefined): number {
    let at = (after === undefined ? this.#keys.size : this.#keys.firstFrom(after)) - 1
    while (at >= first && !reaches(this.#keys.at(at) ?? '')) at -= 1
    return at
  }
}
