import type { OperationReport } from './check.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const tellOperation = ({ service, operation, requests, answers, shapes, faults }: OperationReport): string[] => [
  `  ${faults.length === 0 ? '✓' : '✗'} ${`${service} ${operation}`.padEnd(34)} ${String(requests).padStart(5)} requests  ` +
    `${String(shapes).padStart(3)} shapes  ${String(answers).padStart(5)} answers`,
  ...faults.map(({ of, what, times, callers }) => `      ${of}, ${times} times, by ${callers.join(', ')}: ${what}`),
]

export const countFaults = (reports: readonly OperationReport[]): number =>
  sum(reports.map(({ faults }) => faults.length))

/** What went over the wire, by operation, and what AWS would not have taken, or not have answered. */
export const tellWire = (reports: readonly OperationReport[], misanswered: number): readonly string[] => [
  ...reports.flatMap(tellOperation),
  '',
  `${sum(reports.map(({ requests }) => requests))} requests of ${reports.length} operations in ` +
    `${sum(reports.map(({ shapes }) => shapes))} distinct shapes, ${sum(reports.map(({ answers }) => answers))} answers: ` +
    `${countFaults(reports)} faults`,
  ...(misanswered > 0 ? [`${misanswered} answers of the model were wrong on purpose and are not judged`] : []),
]
