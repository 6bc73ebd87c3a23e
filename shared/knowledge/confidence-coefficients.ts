/** Written by `node tests/eval/knowledge/fit.ts`; see docs/decisions/0011. */
export const coefficients = {
  bias: -8.565,
  coverage: 2.564,
  titleCoverage: 1.187,
  matched: 2.341,
  rarest: 0.44,
  margin: 1.462,
  strength: 4.084,
  length: 1.343,
}
