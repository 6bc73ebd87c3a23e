/** A change to one place of one file, which takes a guard out or weakens it. */
export interface Mutant {
  readonly file: string
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** What is done, in a word. */
  readonly change: string
  /** What its name shows, where its own place says too little. */
  readonly around?: { readonly start: number; readonly end: number }
  /** The tests that have to notice it; any test may, where none are named. */
  readonly noticedBy?: { readonly testFile: string; readonly test: string }
}

/** A name that survives changes elsewhere in the file. */
export const nameOf = (mutant: Mutant, source: string): string => {
  const { start, end } = mutant.around ?? mutant
  return `${mutant.file}: ${mutant.change} \`${source.slice(start, end).replace(/\s+/g, ' ')}\``
}

export const applyTo = (source: string, { start, end, replacement }: Mutant): string =>
  source.slice(0, start) + replacement + source.slice(end)
