import { asObject, type JsonObject } from '../../local/json.ts'

const kinds: readonly (readonly [start: string, kind: string])[] = [
  ['SEEN#agent#', 'idempotency key'],
  ['SEEN#', 'delivery seen'],
  ['CUSTOMER#', 'customer'],
  ['REPORT', 'weekly report'],
  ['LINE# W#', 'waiting entry'],
  ['LINE# L#', 'lease entry'],
  ['AGENT# CLAIM#', 'claim'],
  ['AGENT# STATE', 'agent'],
  ['THREAD# ~STATE', 'thread state'],
  ['THREAD# HANDOFF#', 'handoff'],
  ['THREAD# HANDOFF-BRIEF#', 'brief'],
  ['THREAD# CONV#', 'conversation'],
  ['THREAD# ALSO#', 'person'],
  ['CONVERSATIONS#', 'list of the ended'],
]

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What an item is, in the words of the key chart; a message by who wrote it. */
export const itemKind = (item: JsonObject): string => {
  const [pk, sk] = [text(asObject(item.pk).S), text(asObject(item.sk).S)]
  if (sk.startsWith('MSG#')) return `message of ${text(asObject(asObject(asObject(item.author).M).kind).S)}`
  const place = `${pk.replace(/#.*/, '#')} ${sk}`
  return kinds.find(([start]) => pk.startsWith(start) || place.startsWith(start))?.[1] ?? 'other'
}
