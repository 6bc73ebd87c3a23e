/** A line of the battery's table. */
export interface Figure {
  /** The bar's number in the list of bars, and what was counted. */
  readonly part: string
  /** How much was tried. */
  readonly size: string
  readonly bar: string
  readonly figure: string
  /** Absent where there is no bar: told to compare. */
  readonly met?: boolean | undefined
}

/** A drawing on the report page: bars by name, or curves over one axis. */
export type Chart = BarChart | CurveChart

export interface BarChart {
  readonly kind: 'bars'
  readonly title: string
  readonly told: string
  /** `shown` is what stands beside the bar. */
  readonly bars: readonly {
    readonly name: string
    readonly value: number
    readonly shown: string
    readonly ours?: boolean
  }[]
}

export interface CurveChart {
  readonly kind: 'curves'
  readonly title: string
  readonly told: string
  readonly across: string
  readonly up: string
  readonly curves: readonly {
    readonly name: string
    readonly points: readonly (readonly [x: number, y: number])[]
    readonly ours?: boolean
  }[]
}

export interface Findings {
  readonly figures: readonly Figure[]
  readonly charts?: readonly Chart[]
}

export type Progress = (line: string) => void

/** `scale` shortens what is long for a look: 1 is the whole part. */
export type Part = (progress: Progress, scale: number) => Promise<Findings>

/** The figure of a bar that lets nothing through. */
export const none = (part: string, size: string, count: number): Figure => ({
  part,
  size,
  bar: '0',
  figure: `${count}`,
  met: count === 0,
})

/** The figure of what has to have happened at all: a bar that lets nothing through is met by nothing tried. */
export const some = (part: string, size: string, count: number): Figure => ({
  part,
  size,
  bar: '> 0',
  figure: `${count}`,
  met: count > 0,
})
