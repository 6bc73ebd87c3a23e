import { type ReadonlySignal, signal } from '@preact/signals'
import { type Api, found } from '../api/client.ts'
import { serverNow } from '../api/server-clock.ts'
import type { Handoff } from '../api/shapes.ts'
import { refusalOf } from '../api/trouble.ts'
import { listening } from './connection.ts'
import { type Held, heldOf, lost, readFrom, withReading } from './held.ts'
import { repeat } from './repeat.ts'

const listEveryMs = 10_000
const shownEveryMs = 2_500
const otherEveryMs = 9_000

interface Asked {
  readonly api: Api
  readonly agentId: string
  /** The handoff that is looked at. */
  shown(): string | undefined
  /** A customer wrote to a conversation that is not looked at. */
  onNews(held: Held): void
}

/** The conversations on the agent's desk, kept as they are on the server. */
export const openConversations = ({ api, agentId, shown, onNews }: Asked) => {
  const held = signal<readonly Held[]>([])
  const listed = signal(false)
  const find = (id: string): Held | undefined => held.peek().find(({ handoff }) => handoff.id === id)

  const change = (id: string, how: (one: Held) => Held): void => {
    held.value = held.peek().map((one) => (one.handoff.id === id ? how(one) : one))
  }
  const put = (one: Held): void => {
    const others = held.peek().filter(({ handoff }) => handoff.id !== one.handoff.id)
    held.value = [...others, one]
  }

  const isLookedAt = (id: string): boolean => shown() === id && !document.hidden

  /** Reads what may have changed of one conversation: all of it the first time. */
  const read = async (id: string): Promise<void> => {
    const one = find(id)
    if (!one) return
    const from = readFrom(one)
    const params = { path: { id: one.handoff.conversationId }, query: from === undefined ? {} : { from } }
    try {
      const conversation = await listening(found(api.GET('/conversations/{id}', { params })))
      const reading = { conversation, whole: from === undefined, agentId, now: serverNow(), looking: isLookedAt(id) }
      const before = find(id)
      change(id, (now) => withReading(now, reading))
      const after = find(id)
      if (after && after.unread > (before?.unread ?? 0)) onNews(after)
    } catch (error) {
      if (refusalOf(error)?.status === 404) change(id, (now) => lost(now, { kind: 'gone' }, serverNow()))
      else throw error
    }
  }

  const list = async (): Promise<void> => {
    const { handoffs } = await listening(found(api.GET('/agents/me/handoffs')))
    const news = handoffs.filter(({ id }) => !find(id))
    for (const handoff of news) put(heldOf(handoff))
    listed.value = true
    // What is listed no more was taken away: reading it says by whom.
    const missing = held
      .peek()
      .filter((one) => one.hold.kind !== 'lost' && !handoffs.some(({ id }) => id === one.handoff.id))
    await Promise.all(missing.map(({ handoff }) => read(handoff.id)))
  }

  const readShown = async (): Promise<void> => {
    const id = shown()
    if (id !== undefined) await read(id)
  }
  const readOthers = async (): Promise<void> => {
    const others = held.peek().filter(({ handoff, hold }) => hold.kind !== 'lost' && handoff.id !== shown())
    await Promise.all(others.map(({ handoff }) => read(handoff.id)))
  }

  const repeated = [repeat(list, listEveryMs), repeat(readShown, shownEveryMs), repeat(readOthers, otherEveryMs)]
  return {
    held: held as ReadonlySignal<readonly Held[]>,
    /** What the agent holds was asked for once. */
    listed: listed as ReadonlySignal<boolean>,
    find,
    change,
    put,
    read,
    /** Takes it off the desk; on the server nothing changes. */
    drop: (id: string): void => {
      held.value = held.peek().filter(({ handoff }) => handoff.id !== id)
    },
    looked: (id: string): void => {
      if (find(id)?.unread) change(id, (one) => ({ ...one, unread: 0 }))
    },
    update: (handoff: Handoff): void => change(handoff.id, (one) => ({ ...one, handoff, hold: heldOf(handoff).hold })),
    stop: (): void => {
      for (const one of repeated) one.stop()
    },
  }
}

export type Conversations = ReturnType<typeof openConversations>
