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
  /** The place in the line: which first message of a conversation it was, counted over everybody. */
  place: number
  team: string
  hold?: Hold | undefined
  /** The handoff that waits or is held, or was last. */
  handoffId?: string | undefined
  erased: boolean
}

/** What the product is, said once more with lists that are searched from the front. */
export class Reference {
  readonly threads = new Map<string, ReferenceThread>()
  readonly delivered: { readonly thread: string; readonly text: string; readonly id: string }[] = []
  readonly capacity: number
  readonly leaseMs: number
  #places = 0

  constructor(capacity: number, leaseMs: number) {
    this.capacity = capacity
    this.leaseMs = leaseMs
  }

  thread(key: string): ReferenceThread {
    const known = this.threads.get(key) ?? { key, status: 'closed', place: 0, team: '', erased: false }
    this.threads.set(key, known)
    return known
  }

  /** A message was taken: whoever is with a person stays there; a wish for one opens a handoff. */
  says(key: string, team: string | undefined): void {
    const thread = this.thread(key)
    if (thread.status === 'closed') {
      this.#places += 1
      thread.status = 'assistant'
      thread.place = this.#places
    }
    if (thread.status !== 'assistant' || team === undefined) return
    thread.status = 'waiting'
    thread.team = team
    thread.handoffId = undefined
  }

  waiting(team: string): readonly ReferenceThread[] {
    const waiting = [...this.threads.values()].filter((thread) => thread.status === 'waiting' && thread.team === team)
    return waiting.sort((one, other) => one.place - other.place)
  }

  holds(agent: string): readonly ReferenceThread[] {
    return [...this.threads.values()].filter(({ hold }) => hold?.agent === agent)
  }

  /** Leases that ended are found by whoever looks at the line. */
  expire(now: number, team?: string): void {
    for (const thread of this.threads.values())
      if (
        thread.hold &&
        !thread.hold.accepted &&
        thread.hold.leaseUntil <= now &&
        (team ?? thread.team) === thread.team
      )
        this.#back(thread)
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
