const hourMs = 3_600_000
const openMs = 24 * hourMs
const openToPeopleMs = 7 * 24 * hourMs

/** Who may be written to, by when they wrote last. */
export interface ServiceWindow {
  /** They wrote, perhaps some time ago. */
  wrote(who: string, at: number): void
  knows(who: string): boolean
  isOpen(who: string, now: number): boolean
  /** For a person's words, where a platform tells those from a program's. */
  isOpenToPeople(who: string, now: number): boolean
}

export const serviceWindow = (): ServiceWindow => {
  const last = new Map<string, number>()
  const within = (who: string, now: number, ms: number) => now - (last.get(who) ?? 0) <= ms
  return {
    wrote: (who, at) => void last.set(who, Math.max(at, last.get(who) ?? 0)),
    knows: (who) => last.has(who),
    isOpen: (who, now) => within(who, now, openMs),
    isOpenToPeople: (who, now) => within(who, now, openToPeopleMs),
  }
}
