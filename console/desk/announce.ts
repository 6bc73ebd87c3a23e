import { signal } from '@preact/signals'

export interface Announcement {
  readonly id: number
  readonly text: string
  /** Offered beside it. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

const shownMs = 8_000
const atOnce = 3

export const announcements = signal<readonly Announcement[]>([])
let count = 0

export const dismiss = (id: number): void => {
  announcements.value = announcements.peek().filter((one) => one.id !== id)
}

/** Said to everybody at the desk, read aloud where a screen reader listens, and gone by itself unless it offers something. */
export const announce = (text: string, action?: Announcement['action']): void => {
  count += 1
  const id = count
  announcements.value = [...announcements.peek(), { id, text, ...(action && { action }) }].slice(-atOnce)
  setTimeout(dismiss, action ? shownMs * 3 : shownMs, id)
}
