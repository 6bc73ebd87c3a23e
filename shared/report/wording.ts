export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const

/** "40 s", "6 min", "2 h 10 min", "3 d 4 h": two parts at most. */
export const duration = (seconds: number): string => {
  if (seconds < 90) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 90) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return hours % 24 === 0 ? `${hours / 24} d` : `${Math.floor(hours / 24)} d ${hours % 24} h`
}

/** Hours of people's work. */
export const work = (seconds: number): string =>
  seconds < 5_400 ? duration(seconds) : `${Math.round(seconds / 3_600).toLocaleString('en')} h`

export const percent = (share: number): string => {
  const value = share * 100
  return `${value !== 0 && Math.abs(value) < 10 ? value.toFixed(1).replace(/\.0$/, '') : Math.round(value)} %`
}

export const whole = (value: number): string => value.toLocaleString('en')

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`

export const band = (weekday: number, from: number, to: number): string =>
  `${weekdays[weekday] ?? ''} ${clock(from)}–${clock(to)}`
