type Function_ = (...given: readonly unknown[]) => unknown
type Choose = (original: Function_, numbers: readonly number[], variants: readonly Function_[]) => Function_

/** What lasts longer goes round in circles, as a mutant without its way out does; no test's time-out would end it. */
const longestMs = 4_000
/** The clock as it is, whatever a test puts in its place. */
const now = performance.now.bind(performance)

export class GoesRoundError extends Error {
  override readonly name = 'GoesRoundError'
}

/** Which mutant is in force in this process; without one, which functions with mutants are called is noted. */
export class GuardSwitch {
  readonly reached = new Set<number>()
  #active: number | undefined
  #since = 0
  readonly #longestMs: number

  constructor(longest = longestMs) {
    this.#longestMs = longest
  }

  turnTo(active: number | undefined): void {
    this.#active = active
    this.#since = now()
  }

  readonly countRound = (): void => {
    if (this.#active !== undefined && now() - this.#since > this.#longestMs)
      throw new GoesRoundError(`mutant ${this.#active} goes round for ${this.#longestMs} ms`)
  }

  readonly choose: Choose =
    (original, numbers, variants) =>
    (...given) => {
      if (this.#active === undefined) {
        for (const number of numbers) this.reached.add(number)
        return original(...given)
      }
      const variant = variants[numbers.indexOf(this.#active)]
      if (!variant) return original(...given)
      this.countRound()
      return variant(...given)
    }
}
