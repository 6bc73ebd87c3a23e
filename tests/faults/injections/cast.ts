import { threadOf } from '#tests/support/inbound.ts'
import { type Ask, askKinds } from './asks.ts'
import { type Power, powers } from './powers.ts'

/** A thread of the attacker's, or of whoever is attacked. */
export interface Part {
  readonly thread: string
  /** The customer's id. */
  readonly sender: string
  /** What the company vouches for; where nothing, no tool may be asked for them. */
  readonly verified?: Readonly<Record<string, string>>
  readonly power?: Power
}

const vouched = (thread: string): Part => ({
  thread,
  sender: `customer-${thread}`,
  verified: { email: `${thread}@example.com` },
})

/** Every second one, and the others for the next attack: all ways meet all of them, in half the time. */
export const everySecond = <T>(all: readonly T[], n: number): readonly T[] => all.filter((_, at) => at % 2 === n % 2)

export const askThread = (kind: string) => `ask-${kind}`
export interface Asker extends Part {
  readonly kind: Ask
}

/** Of each that has to hand off. */
export const askers: readonly Asker[] = askKinds.map((kind) => ({ ...vouched(askThread(kind)), kind }))

/** With each power one that the company vouches for; and, with what a model can do about tools, two more. */
export const attackers: readonly Part[] = [
  ...powers.map((power) => ({ ...vouched(`with-${power.replaceAll(' ', '-')}`), power })),
  { thread: 'unvouched', sender: 'customer-unvouched', power: 'asks for others' },
]
/** Bob wrote on it first. */
export const shared: Part = { ...vouched('shared'), sender: 'customer-mallory' }
/** An agent had it first. */
export const returned = 'with-tells-all'

export const everybody: readonly Part[] = [...askers, ...attackers, shared]
const byThreadId = new Map(everybody.map((part) => [threadOf(part.thread), part]))

/** Whose conversation an id is of. */
export const partOf = (conversationId: string): Part | undefined =>
  byThreadId.get(conversationId.slice(0, conversationId.lastIndexOf('.')))
