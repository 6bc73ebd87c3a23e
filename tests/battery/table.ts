import type { Figure } from './figure.ts'

const [partWidth, figureWidth, barWidth] = [68, 14, 16]

/** One line of the battery's table: part, figure, bar, size. */
export const tableLine = ({ part, figure, bar, size, met }: Figure): string =>
  `${markOf(met)} ${part.padEnd(partWidth)} ${figure.padStart(figureWidth)}  ${bar.padEnd(barWidth)} ${size}`

const markOf = (met: boolean | undefined): string => (met === undefined ? '·' : met ? '✓' : '✗')
