/** Written by `node tests/eval/retrieval/fit.ts`; see docs/decisions/0070. */
export const notedCalibration = { slope: 1.25, offset: -1.367 }
