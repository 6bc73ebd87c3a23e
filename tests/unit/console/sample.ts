import type { Conversation, Handoff, Message, Waiting } from '#console/api/shapes.ts'
import { handoffExample } from '#functions/agent/shapes/examples.ts'

export const at = (seconds: number): string => new Date(Date.UTC(2026, 10, 23, 10) + seconds * 1_000).toISOString()
export const ms = (seconds: number): number => Date.parse(at(seconds))

export const message = (id: string, seconds: number, fields: Partial<Message> = {}): Message => ({
  id,
  conversationId: 't.1',
  at: at(seconds),
  author: { kind: 'customer', name: 'Ada' },
  text: id,
  ...fields,
})

/** As the document's own example has it, with what a test is about. */
export const handoff = (fields: Partial<Handoff> = {}): Handoff => ({
  ...(handoffExample as Handoff),
  ...{ id: 't.1.1', threadId: 't', conversationId: 't.1', team: 'care' },
  ...{ startedAt: at(0), handedOffAt: at(10), claimedAt: at(20), leaseUntil: at(80) },
  agent: { id: 'me', name: 'Cleo' },
  brief: { summary: 'whole', customer: { verified: {}, verifications: [] }, records: [], tried: [] },
  ...fields,
})

export const conversation = (fields: Partial<Conversation> = {}): Conversation => ({
  id: 't.1',
  threadId: 't',
  status: 'claimed',
  startedAt: at(0),
  channel: 'standard',
  messages: [],
  handoffs: [handoff()],
  previous: [],
  ...fields,
})

export const waiting = (id: string, seconds: number, fields: Partial<Waiting> = {}): Waiting => ({
  handoffId: id,
  conversationId: id,
  startedAt: at(seconds),
  totalSeconds: 100,
  waitSeconds: 40,
  kind: 'failure',
  trigger: 'asked-for-human',
  reason: 'Failure: asks for a person',
  ...fields,
})

/** A browser's storage. */
export const shelf = () => {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index: number) => [...kept.keys()][index] ?? null,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}
