import type { Violation } from './happened.ts'
import type { Answered } from './people.ts'
import type { Truth } from './truth.ts'

/** What an agent's program asked for. */
export interface Asked {
  readonly agent: string
  /** The handoff's id, or the team's. */
  readonly of: string
  readonly verb: string
  readonly key: string
  readonly body: unknown
}

type Verdict = 'done' | 'refused' | 'unknown'

interface Deed extends Asked {
  readonly verdict: Verdict
}

interface ClaimBody {
  readonly handoff: {
    readonly id: string
    readonly conversationId: string
    readonly team: string
    readonly status: string
    readonly agent?: { readonly id: string }
    readonly brief: { readonly receipt?: { readonly messages: number; readonly messageIds: readonly string[] } }
  }
  readonly transcript: readonly { readonly id: string; readonly text: string; readonly cutFrom?: number }[]
}

/** What agents were told is what happened: a claim shows all there is, and what was taken from them is kept. */
export class AgentWatch {
  readonly violations: Violation[] = []
  readonly #deeds = new Map<string, Deed>()
  /** Messages of a conversation that were there by that moment. */
  readonly #messages: (conversationId: string, moment: number) => readonly string[]
  readonly moment: () => number

  constructor(moment: () => number, messages: (conversationId: string, moment: number) => readonly string[]) {
    this.moment = moment
    this.#messages = messages
  }

  /** An agent was answered, at the first try or a later one. */
  told(asked: Asked, { status, body }: Answered, tries: number, since: number): void {
    if (asked.verb === 'claim') {
      if (status === 200) this.#checkClaim(asked, body as unknown as ClaimBody, since)
      return
    }
    const verdict = status < 300 ? 'done' : status >= 500 || tries > 1 ? 'unknown' : 'refused'
    const name = `${asked.agent} ${asked.verb} ${asked.of} ${asked.key}`
    // The same key again changes nothing, whatever it is told.
    const before = this.#deeds.get(name)?.verdict
    if (before === undefined || before === 'unknown') this.#deeds.set(name, { ...asked, verdict })
  }

  /** What was asked and told, against what there is, once everything has drained. */
  check(truth: Truth, erased: ReadonlyMap<string, number>): readonly Violation[] {
    const deeds = [...this.#deeds.values()].filter(({ of }) => openedIn(of) > (erased.get(threadIn(of)) ?? 0))
    return [...checkSaid(truth, deeds), ...checkEnds(truth, deeds), ...checkCounts(truth, deeds)]
  }

  #checkClaim({ agent, of }: Asked, { handoff, transcript }: ClaimBody, since: number): void {
    const broken = (promise: Violation['promise'], what: string) =>
      this.violations.push({ promise, what: `${handoff.id}, told to ${agent}: ${what}` })
    const ids = transcript.map(({ id }) => id)
    const { messages, messageIds = [] } = handoff.brief.receipt ?? {}
    if (handoff.status !== 'claimed' || handoff.agent?.id !== agent)
      broken('stale', `${handoff.status} by ${handoff.agent?.id}`)
    if (handoff.team !== of) broken('unexpected', `asked of ${of}, and it is ${handoff.team}'s`)
    if (messages !== ids.length || messageIds.join() !== ids.join())
      broken('lost', 'the receipt is not the transcript’s')
    for (const id of this.#messages(handoff.conversationId, since))
      if (!ids.includes(id)) broken('lost', `the transcript has no ${id}`)
  }
}

const threadIn = (handoffId: string): string => handoffId.split('.')[0] ?? ''
const openedIn = (handoffId: string): number => Number(handoffId.split('.')[1])

const count = <T>(many: readonly T[], name: (one: T) => string | undefined): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>()
  for (const one of many) {
    const own = name(one)
    if (own !== undefined) counted.set(own, (counted.get(own) ?? 0) + 1)
  }
  return counted
}

/** Each reply and note that an agent was told is kept is there; none that was refused is. */
const checkSaid = ({ messages }: Truth, deeds: readonly Deed[]): readonly Violation[] => {
  const said = deeds.filter(({ verb }) => verb === 'messages' || verb === 'notes')
  const textIn = ({ body }: Deed) => (body as { readonly text?: string } | undefined)?.text
  const nameOf = (deed: Deed) => `${threadIn(deed.of)} ${deed.agent} ${deed.verb} ${textIn(deed)}`
  const stored = count([...messages.values()].flat(), ({ author, threadId, internal, text }) =>
    author.kind === 'agent' ? `${threadId} ${author.id} ${internal ? 'notes' : 'messages'} ${text}` : undefined,
  )
  const done = count(said, (deed) => (deed.verdict === 'done' ? nameOf(deed) : undefined))
  const perhaps = count([...said, ...deeds.flatMap(asNote)], (deed) =>
    deed.verdict === 'refused' ? undefined : nameOf(deed),
  )
  return [...new Set(said.map(nameOf))].flatMap((name): Violation[] => {
    const times = stored.get(name) ?? 0
    if (times < (done.get(name) ?? 0)) return [{ promise: 'lost', what: `${name}: kept ${times} times` }]
    return times > (perhaps.get(name) ?? 0) ? [{ promise: 'stale', what: `${name}: kept ${times} times` }] : []
  })
}

/** What an agent gave as a reason, or said at the end, is kept as a note of theirs. */
const asNote = (deed: Deed): readonly Deed[] => {
  const { reason, note } = (deed.body ?? {}) as { readonly reason?: string; readonly note?: string }
  const text = reason ?? note
  return text === undefined ? [] : [{ ...deed, verb: 'notes', body: { text } }]
}

const endings: Readonly<Record<string, string>> = { resolve: 'closed', return: 'returned' }

/** What an agent ended is over, by them and as they said. */
const checkEnds = ({ handoffs }: Truth, deeds: readonly Deed[]): readonly Violation[] => {
  const known = new Map(handoffs.map((handoff) => [handoff.id, handoff]))
  return deeds
    .filter(({ verb, verdict }) => verb in endings && verdict === 'done')
    .flatMap(({ verb, of, agent, body }): Violation[] => {
      const { status, endedBy, outcome } = known.get(of) ?? {}
      const wanted = (body as { readonly outcome?: string } | undefined)?.outcome ?? outcome
      if (status === endings[verb] && endedBy === agent && outcome === wanted) return []
      return [{ promise: 'lost', what: `${of}: ${verb} by ${agent} and is ${status}, ${outcome}, by ${endedBy}` }]
    })
}

const counters = { release: 'releases', decline: 'declines', transfer: 'transfers' } as const

/** What an agent gave away was given away as often as they were told. */
const checkCounts = ({ handoffs }: Truth, deeds: readonly Deed[]): readonly Violation[] =>
  Object.entries(counters).flatMap(([verb, counter]) => {
    const own = deeds.filter((deed) => deed.verb === verb)
    const done = count(own, ({ of, verdict }) => (verdict === 'done' ? of : undefined))
    const perhaps = count(own, ({ of, verdict }) => (verdict === 'refused' ? undefined : of))
    return handoffs.flatMap(({ id, [counter]: times }): Violation[] => {
      const [least, most] = [done.get(id) ?? 0, perhaps.get(id) ?? 0]
      return times >= least && times <= most
        ? []
        : [{ promise: 'bookkeeping', what: `${id} counts ${times} ${counter}` }]
    })
  })
