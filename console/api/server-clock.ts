import { signal } from '@preact/signals'

/** The `date` header has whole seconds, so a smaller difference says nothing. */
const noticedMs = 1_500

const offset = signal(0)

/** What the server's clock says now, as far as its answers tell: leases end by it, and not by this machine's. */
export const serverNow = (): number => Date.now() + offset.value

/** How much `date` and this machine disagree, or what was known before where they hardly do. */
export const offsetOf = (date: string | null, now: number, known: number): number => {
  const at = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(at)) return known
  const seen = at - now
  return Math.abs(seen - known) < noticedMs ? known : seen
}

export const heardTime = (date: string | null): void => {
  offset.value = offsetOf(date, Date.now(), offset.peek())
}
