import { signal } from '@preact/signals'
import { type Api, found } from '../api/client.ts'
import { serverNow } from '../api/server-clock.ts'
import { isTrouble } from '../api/trouble.ts'
import type { Conversations } from './conversations.ts'
import { isAway, isDue } from './presence.ts'

const everyMs = 1_000
/** Writing to an accepted conversation begins its own timer anew, once in so long. */
const writingMs = 60_000

/** Keeps what the agent holds while the agent is there. */
export const keepLeases = (api: Api, conversations: Conversations, leaseSeconds: number) => {
  /** Nobody has touched keyboard or pointer for a while: leases run out. */
  const away = signal(false)
  let activeAt = Date.now()
  const asked = new Set<string>()
  const written = new Map<string, number>()

  const beat = async (id: string): Promise<void> => {
    if (asked.has(id)) return
    asked.add(id)
    try {
      const { leaseUntil } = await found(api.POST('/handoffs/{id}/heartbeat', { params: { path: { id } } }))
      if (leaseUntil !== undefined)
        conversations.change(id, (one) =>
          one.hold.kind === 'leased' ? { ...one, hold: { kind: 'leased', until: Date.parse(leaseUntil) } } : one,
        )
    } catch (error) {
      if (isTrouble(error, 'refused')) await conversations.read(id).catch(() => undefined)
    } finally {
      asked.delete(id)
    }
  }

  const tick = (): void => {
    const presence = { activeAt, machineNow: Date.now() }
    away.value = isAway(presence)
    for (const { handoff, hold } of conversations.held.peek())
      if (hold.kind === 'leased' && isDue({ until: hold.until, now: serverNow(), leaseSeconds, ...presence }))
        void beat(handoff.id)
  }
  const active = (): void => {
    activeAt = Date.now()
  }

  const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  for (const sign of signs) window.addEventListener(sign, active, { passive: true })
  const timer = setInterval(tick, everyMs)
  return {
    away,
    /** The agent is writing to this one. */
    writing: (id: string): void => {
      const last = written.get(id) ?? 0
      const accepted = conversations.find(id)?.hold.kind === 'accepted'
      if (!accepted || Date.now() - last < writingMs) return
      written.set(id, Date.now())
      void beat(id)
    },
    stop: (): void => {
      clearInterval(timer)
      for (const sign of signs) window.removeEventListener(sign, active)
    },
  }
}

export type KeptLeases = ReturnType<typeof keepLeases>
