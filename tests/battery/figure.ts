/** A line of the battery's table. */
export interface Figure {
  /** The bar's number in the list of bars, and what was counted. */
  readonly part: string
  /** How much was tried. */
  readonly size: string
  readonly bar: string
  readonly figure: string
  readonly met: boolean
}

export type Progress = (line: string) => void

/** `scale` shortens what is long for a look: 1 is the whole part. */
export type Part = (progress: Progress, scale: number) => Promise<readonly Figure[]>

/** The figure of a bar that lets nothing through. */
export const none = (part: string, size: string, count: number): Figure => ({
  part,
  size,
  bar: '0',
  figure: `${count}`,
  met: count === 0,
})
