/** Something that is met again and again, and what others noted about it. */
export interface Noted {
  readonly notes: unknown[]
}

let places = 0

/** What one reader knows of words, written on the words themselves: found without a search, forgotten together with them. */
export class Notes<Made> {
  readonly #place = places++

  of(noted: Noted): Made | undefined {
    return noted.notes[this.#place] as Made | undefined
  }

  put(noted: Noted, made: Made): Made {
    noted.notes[this.#place] = made
    return made
  }
}
