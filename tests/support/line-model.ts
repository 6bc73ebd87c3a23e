import { mondayMorning } from './test-clock.ts'

interface Held {
  readonly by: string
  leaseUntil: number
  accepted: boolean
}

interface Modelled {
  readonly id: string
  /** When it began, less its head start. */
  readonly place: number
  team: string
  held?: Held | undefined
  over: boolean
}

/** What the line is, said once more in the plainest way: a list that is searched from the front. */
export class LineModel {
  readonly conversations: Modelled[] = []
  now = mondayMorning
  readonly leaseMs: number
  readonly capacity: number

  constructor(leaseMs: number, capacity: number) {
    this.leaseMs = leaseMs
    this.capacity = capacity
  }

  waiting(team: string): readonly Modelled[] {
    return this.conversations
      .filter((one) => !one.over && !one.held && one.team === team)
      .sort((a, b) => a.place - b.place)
  }

  heldBy(agent: string): readonly Modelled[] {
    return this.conversations.filter((one) => !one.over && one.held?.by === agent)
  }

  /** Whether a verb of this agent's may touch it now. */
  mayWrite(agent: string, one: Modelled): boolean {
    return one.held?.by === agent && !one.over && (one.held.accepted || one.held.leaseUntil > this.now)
  }

  /** The id of the conversation that the claim has to return; what it has to say when there is none. */
  claim(agent: string, team: string): string {
    for (const one of this.conversations)
      if (one.team === team && one.held && !one.held.accepted && one.held.leaseUntil <= this.now) one.held = undefined
    const [first] = this.waiting(team)
    if (!first) return 'nobody waits'
    if (this.heldBy(agent).length >= this.capacity) return 'AtCapacityError'
    first.held = { by: agent, leaseUntil: this.now + this.leaseMs, accepted: false }
    return first.id
  }

  act(verb: string, one: Modelled): void {
    if (!one.held) return
    if (verb === 'accept' || verb === 'send-message') one.held.accepted = true
    if (verb === 'heartbeat' && !one.held.accepted) one.held.leaseUntil = this.now + this.leaseMs
    if (verb === 'resolve' || verb === 'return-to-assistant') one.over = true
    if (verb === 'transfer') one.team = 'billing'
    if (['release', 'decline', 'transfer'].includes(verb) || one.over) one.held = undefined
  }
}
