/** An agent's hold on a conversation. */
interface Hold {
  readonly agent: string
  leaseUntil: number
  accepted: boolean
}

/** A customer's thread, in the plainest words. */
export interface ReferenceThread {
  readonly key: string
  status: 'closed' | 'assistant' | 'waiting' | 'claimed'
  /** When the conversation began, by the clock of the door that saw it begin. */
  startedAt: number
  /** By how much older it counts: what its first handoff in this conversation said. */
  headStartMs?: number | undefined
  conversationId: string
  team: string
  hold?: Hold | undefined
  /** The handoff that waits or is held, or was last. */
  handoffId?: string | undefined
  erased: boolean
}

/** By the team that a wish goes to, in ms. */
export const headStarts: Readonly<Record<string, number>> = { billing: 150_000 }

const placeOf = ({ startedAt, headStartMs = 0 }: ReferenceThread): number => startedAt - headStartMs

/** What the product is, said once more with lists that are searched from the front. */
export class Reference {
  readonly threads = new Map<string, ReferenceThread>()
  readonly delivered: { readonly thread: string; readonly text: string; readonly id: string }[] = []
  readonly capacity: number
  readonly leaseMs: number

  constructor(capacity: number, leaseMs: number) {
    this.capacity = capacity
    this.leaseMs = leaseMs
  }

  thread(key: string): ReferenceThread {
    const known = this.threads.get(key) ?? {
      key,
      status: 'closed',
      startedAt: 0,
      conversationId: '',
      team: '',
      erased: false,
    }
    this.threads.set(key, known)
    return known
  }

  /** Its place in the line is when it began, for good. */
  begins(thread: ReferenceThread, conversationId: string, startedAt: number): void {
    Object.assign(thread, { status: 'assistant', startedAt, headStartMs: undefined, conversationId })
  }

  /** A message was taken: whoever is with a person stays there; a wish for one opens a handoff. */
  says(thread: ReferenceThread, team: string | undefined): void {
    if (thread.status !== 'assistant' || team === undefined) return
    thread.status = 'waiting'
    thread.team = team
    thread.handoffId = undefined
    thread.headStartMs ??= headStarts[team] ?? 0
  }

  waiting(team: string): readonly ReferenceThread[] {
    const waiting = [...this.threads.values()].filter((thread) => thread.status === 'waiting' && thread.team === team)
    return waiting.sort((one, other) => placeOf(one) - placeOf(other))
  }

  holds(agent: string): readonly ReferenceThread[] {
    return [...this.threads.values()].filter(({ hold }) => hold?.agent === agent)
  }

  /** Leases that ended are found by whoever looks at the line. Answers how many. */
  expire(now: number, team?: string): number {
    const over = [...this.threads.values()].filter(
      ({ hold, team: own }) => hold && !hold.accepted && hold.leaseUntil <= now && (team ?? own) === own,
    )
    for (const thread of over) this.#back(thread)
    return over.length
  }

  /** Whom a claim has to give; what it has to say when it gives nobody. */
  claims(agent: string, team: string, now: number): ReferenceThread | 'nobody' | 'full' {
    this.expire(now, team)
    const [first] = this.waiting(team)
    if (!first) return 'nobody'
    if (this.holds(agent).length >= this.capacity) return 'full'
    first.status = 'claimed'
    first.hold = { agent, leaseUntil: now + this.leaseMs, accepted: false }
    return first
  }

  mayAct(agent: string, { hold }: ReferenceThread, now: number): boolean {
    return hold?.agent === agent && (hold.accepted || hold.leaseUntil > now)
  }

  acts(verb: string, thread: ReferenceThread, now: number): void {
    const { hold } = thread
    if (!hold) return
    if (verb === 'accept' || verb === 'messages') hold.accepted = true
    if (verb === 'heartbeat' && !hold.accepted) hold.leaseUntil = now + this.leaseMs
    if (verb === 'release' || verb === 'decline') this.#back(thread)
    if (verb === 'transfer') {
      thread.team = thread.team === 'care' ? 'billing' : 'care'
      this.#back(thread)
    }
    if (verb === 'return' || verb === 'resolve') {
      thread.status = verb === 'return' ? 'assistant' : 'closed'
      thread.hold = undefined
    }
  }

  erases(key: string): void {
    const thread = this.thread(key)
    Object.assign(thread, { status: 'closed', hold: undefined, handoffId: undefined, erased: true })
  }

  #back(thread: ReferenceThread): void {
    thread.status = 'waiting'
    thread.hold = undefined
  }
}
