/** Of the handoffs for which the time is known. */
export interface Spread {
  readonly samples: number
  readonly medianSeconds?: number
  readonly p90Seconds?: number
}

/** Nearest rank: always a time that somebody really waited. */
export const rank = (sorted: readonly number[], share: number): number | undefined =>
  sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]

export const spreadOf = (seconds: readonly (number | undefined)[]): Spread => {
  const sorted = seconds.filter((one) => one !== undefined).sort((a, b) => a - b)
  const [medianSeconds, p90Seconds] = [rank(sorted, 0.5), rank(sorted, 0.9)]
  if (medianSeconds === undefined || p90Seconds === undefined) return { samples: 0 }
  return { samples: sorted.length, medianSeconds, p90Seconds }
}
