/** A delivery may come again for so long: Meta repeats for 7 days; twice that is safe for every channel. */
export const repeatDays = 14
export const repeatMs = repeatDays * 86_400_000
