import type { BriefRecord } from '#shared/handoff/brief.ts'
import type { Fault } from './fault.ts'
import type { Violation } from './happened.ts'
import type { Executed } from './simulated-calls.ts'
import type { ToolDocument } from './tools.ts'
import type { Truth } from './truth.ts'

type ToolUse = ToolDocument['data'] & {
  readonly threadId: string
  /** Which run of the turn asked. */
  readonly invocation: number
  readonly at: number
  readonly fault: Fault | undefined
}

/** Who was met, and what a run's faults excuse. */
export interface ToolPeople {
  /** By thread id. */
  readonly senders: ReadonlyMap<string, ReadonlySet<string>>
  readonly erased: ReadonlyMap<string, number>
  readonly faulty: ReadonlySet<number>
}

const unexpected = (what: string): Violation => ({ promise: 'unexpected', what })

/** Sees each time that a tool of the company did what it does, and holds it and the books to what was promised. */
export class ToolWatch {
  readonly uses: ToolUse[] = []
  readonly #now: () => number
  readonly #mayRepeat: ReadonlySet<string>

  constructor(now: () => number, tools: readonly { readonly name: string; readonly safe: boolean }[]) {
    this.#now = now
    this.#mayRepeat = new Set(tools.filter(({ safe }) => safe).map(({ name }) => name))
  }

  executed({ call, input, reply, fault }: Executed): void {
    if ((call.service !== 'tool' && call.service !== 'lambda') || reply.status !== 200) return
    const { data } = input as ToolDocument
    const threadId = data.conversation.id.split('.')[0] ?? ''
    this.uses.push({ ...data, threadId, invocation: call.invocation, at: this.#now(), fault })
  }

  violations(truth: Truth, people: ToolPeople): readonly Violation[] {
    return [
      ...this.uses.flatMap((use) => checkCustomer(use, people)),
      ...[...Map.groupBy(this.uses, ({ id }) => id).values()].flatMap((times) => this.#checkRepeats(times, people)),
      ...this.uses.filter((use) => isKept(use, people)).flatMap((use) => checkRecord(use, truth)),
      ...checkRecords(this.uses, truth),
    ]
  }

  /** Asked again only where a try of the turn was lost, unless asking again does nothing more. */
  #checkRepeats(times: readonly ToolUse[], { faulty }: ToolPeople): readonly Violation[] {
    const ends = times.findIndex(({ invocation }) => !faulty.has(invocation))
    const more = ends === -1 ? [] : times.slice(ends + 1)
    return more
      .filter(({ tool }) => !this.#mayRepeat.has(tool))
      .map(({ tool, id }) => ({ promise: 'duplicate', what: `${tool} was called again for no reason: ${id}` }))
  }
}

/** For whoever wrote on the thread, alone, and for nobody whom the model named. */
const checkCustomer = ({ tool, threadId, customer, input }: ToolUse, { senders }: ToolPeople): readonly Violation[] => {
  const wrote = [...(senders.get(threadId) ?? [])]
  const isTheirs = wrote.length === 1 && customer?.id === wrote[0]
  return [
    ...(isTheirs ? [] : [unexpected(`${tool} was called for ${customer?.id}, and ${wrote.join(' and ')} wrote`)]),
    ...(Object.keys(input).join() === 'order' ? [] : [unexpected(`${tool} was told ${Object.keys(input).join()}`)]),
  ]
}

const isKept = ({ invocation, threadId, at, fault }: ToolUse, { faulty, erased }: ToolPeople): boolean =>
  !faulty.has(invocation) && fault === undefined && at > (erased.get(threadId) ?? 0)

const answersOf = ({ messages }: Truth, threadId: string) =>
  (messages.get(threadId) ?? []).flatMap(({ evidence }) => evidence?.records ?? [])

const recordsOf = ({ briefs }: Truth, handoffId: string) => briefs.get(handoffId)?.records ?? []

const isFor = ({ source, input }: BriefRecord, { tool, input: asked }: Pick<ToolUse, 'tool' | 'input'>): boolean =>
  source === tool && JSON.stringify(input) === JSON.stringify(asked)

/** What was answered is with the reply that it led to, or in the brief of the handoff. */
const checkRecord = (use: ToolUse, truth: Truth): readonly Violation[] => {
  const { tool, id, threadId } = use
  const said = answersOf(truth, threadId).some((record) => record.id === id)
  const told = truth.handoffs.some(
    (handoff) => handoff.threadId === threadId && recordsOf(truth, handoff.id).some((record) => isFor(record, use)),
  )
  return said || told ? [] : [{ promise: 'lost', what: `what ${tool} answered, ${id}` }]
}

/** Nothing is on record that no tool told this customer, and an agent reads all that was looked up before. */
const checkRecords = (uses: readonly ToolUse[], truth: Truth): readonly Violation[] => {
  const asked = new Map(uses.map((use) => [use.id, use]))
  const strange = [...truth.messages.keys()].flatMap((threadId) =>
    answersOf(truth, threadId)
      .filter(({ id, result }) => result && result.of !== asked.get(id)?.customer?.id)
      .map(({ tool, id }) => unexpected(`${threadId} holds what ${tool} told nobody, or another: ${id}`)),
  )
  const missing = truth.handoffs.flatMap(({ id, threadId, conversationId, openedAt }) =>
    (truth.messages.get(threadId) ?? [])
      .filter((message) => message.conversationId === conversationId && message.at < openedAt)
      .flatMap(({ evidence }) => evidence?.records ?? [])
      .filter((record) => !recordsOf(truth, id).some((one) => isFor(one, record)))
      .map(({ tool }): Violation => ({ promise: 'bookkeeping', what: `the brief of ${id} lacks what ${tool} told` })),
  )
  return [...strange, ...missing]
}
