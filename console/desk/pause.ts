const farthestMs = 30_000

/** After so many failures in a row: longer each time, so that a server that comes back is not run over. */
export const pauseAfter = (usualMs: number, failures: number): number =>
  Math.min(usualMs * 2 ** Math.min(failures, 6), Math.max(usualMs, farthestMs))
