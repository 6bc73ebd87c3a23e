/** Written by `node tests/eval/knowledge/fit.ts`; see docs/decisions/0011. */
export const coefficients = {
  bias: -4,
  coverage: 4,
  sentenceCoverage: 2,
  titleCoverage: 1,
  unknownShare: -1,
  matched: 1,
  rarest: 0,
  margin: 1,
  strength: 1,
  length: 0,
}
