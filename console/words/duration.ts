export type Unit = 'second' | 'minute' | 'hour' | 'day'

const lengths: readonly (readonly [Unit, number])[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** The two largest units that matter: people compare waits, they do not add them up. Never negative. */
export const unitsOf = (seconds: number): readonly (readonly [Unit, number])[] => {
  const whole = Math.max(0, Math.floor(seconds))
  const first = lengths.find(([, length]) => whole >= length)
  if (!first) return [['second', whole]]
  const [unit, length] = first
  const second = lengths[lengths.indexOf(first) + 1]
  const rest = second ? Math.floor((whole % length) / second[1]) : 0
  return [[unit, Math.floor(whole / length)], ...(second && rest > 0 ? [[second[0], rest] as const] : [])]
}

/** As a language writes it shortly: `4 min`, `1 hr 5 min`, `2 days`. */
export const duration = (seconds: number, language: string): string =>
  unitsOf(seconds)
    .map(([unit, count]) =>
      new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short' }).format(count),
    )
    .join(' ')

/** What runs down by the second: `0:47`. */
export const countdown = (seconds: number): string => {
  const whole = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** For machines that read `<time datetime>` and `<time>` lengths: `PT4M`. */
export const isoDuration = (seconds: number): string => `PT${Math.max(0, Math.floor(seconds))}S`
