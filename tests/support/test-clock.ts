/** A clock that moves only when it is told to. */
export interface TestClock {
  (): number
  advance(ms: number): void
  set(ms: number): void
}

/** Monday, 2026-11-23, 10:00 UTC: inside everybody's hours. */
export const mondayMorning = Date.UTC(2026, 10, 23, 10, 0, 0)

export const testClock = (start = mondayMorning): TestClock => {
  let now = start
  return Object.assign(() => now, {
    advance: (ms: number) => {
      now += ms
    },
    set: (ms: number) => {
      now = ms
    },
  })
}
