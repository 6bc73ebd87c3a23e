/** Written by `node tests/eval/knowledge/fit.ts`; see docs/decisions/0011. */
export const coefficients = {
  bias: -8.739,
  coverage: 2.328,
  titleCoverage: 1.241,
  matched: 2.457,
  rarest: 0.678,
  margin: 1.496,
  strength: 4.084,
  length: 1.36,
}
