import { signal } from '@preact/signals'
import { serverNow } from '../api/server-clock.ts'

/** The server's time, each second: whatever shows an age or a countdown reads it. */
export const now = signal(serverNow())

setInterval(() => {
  now.value = serverNow()
}, 1_000)
