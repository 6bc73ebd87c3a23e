/** Written by `node tests/eval/knowledge/fit.ts`; see docs/decisions/0011. */
export const coefficients = {
  bias: -8.857,
  coverage: 1.728,
  sentenceCoverage: 0.224,
  titleCoverage: 1.291,
  matched: 1.855,
  rarest: 1.391,
  margin: 1.449,
  strength: 3.921,
  length: 1.354,
}
