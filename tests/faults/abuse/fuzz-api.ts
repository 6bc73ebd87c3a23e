import fc from 'fast-check'
import { type AgentRequest, type TokenClaims, tokenOf } from '#tests/support/agent-event.ts'
import { type DocumentedOperation, readApiDocument } from '#tests/support/api-document.ts'
import { AgentsInTheWorld, type Reply } from './agents-in-the-world.ts'
import { brokenRequests, type Known, soundRequests } from './api-cases.ts'

/** What an answer broke: the checks that fuzzers of documented APIs make. */
export const checks = [
  'server error',
  'not as documented',
  'sound request refused',
  'broken request accepted',
  'broken request took effect',
  'token not asked for',
] as const

export interface Finding {
  readonly operation: string
  readonly check: (typeof checks)[number]
  readonly detail: string
  readonly request: Omit<AgentRequest, 'token'>
}

export interface Fuzzed {
  readonly sound: number
  readonly broken: number
  readonly unauthorized: number
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>
  readonly findings: readonly Finding[]
}

export interface FuzzOptions {
  readonly seed: number
  /** Of each kind, for each operation. */
  readonly cases: number
}

/** Refused for what no schema can say: what the company has not, what no configuration may be, and what a calendar does not allow. */
export const unsaid =
  /unknown-outcome|"candidate"|transfer-target|(query|body): from: must be before to|body: to: must not be in the future|must be a week of the calendar/

/** Sound requests that are broken, each in every way. */
const brokenFrom = 8

/** Nobody that an agent's token names. */
const nobodies: readonly (TokenClaims | undefined)[] = [
  undefined,
  {},
  { ...tokenOf('eve', ['admin']), token_use: 'refresh' },
  { ...tokenOf('eve', ['admin']), sub: '' },
]

type Unsigned = Finding['request']

/** One operation under fire, in a world of its own. */
class Fuzzing {
  readonly #world = new AgentsInTheWorld()
  readonly #operation: DocumentedOperation
  readonly #faultsOf: ReturnType<typeof readApiDocument>['faultsOf']
  readonly #findings: Finding[] = []
  readonly #statuses: Record<string, number> = {}
  #people = 0
  #unauthorized = 0

  constructor(operation: DocumentedOperation, faultsOf: ReturnType<typeof readApiDocument>['faultsOf']) {
    this.#operation = operation
    this.#faultsOf = faultsOf
  }

  async run({ seed, cases }: FuzzOptions): Promise<Fuzzed> {
    const samples = fc.sample(soundRequests(this.#operation, {}), { seed, numRuns: cases })
    for (const [n] of samples.entries()) await this.#sound(seed + n)
    const broken = this.#operation.guarded ? await this.#broken(seed, cases) : 0
    const [findings, statuses, unauthorized] = [this.#findings, this.#statuses, this.#unauthorized]
    return { sound: samples.length, broken, unauthorized, statuses, findings }
  }

  /** Somebody who may do anything holds one conversation, another waits, and one is over. */
  async #scene(): Promise<{ readonly token: TokenClaims; readonly known: Known }> {
    this.#people += 1
    const token = tokenOf(`agent-${this.#people}`, ['admin'])
    const [held, over] = [await this.#world.waits(), await this.#world.waits()]
    await this.#world.claims(token)
    await this.#world.claims(token)
    const waiting = await this.#world.waits()
    const resolve = { route: 'POST /handoffs/{id}/resolve', path: { id: over.handoff.id } }
    await this.#world.expects(204, { ...resolve, body: { outcome: 'solved' }, token })
    const ids = [held, held, held, over, waiting].map(({ handoff, state }) =>
      this.#operation.route.includes('/conversations/') ? state.conversationId : handoff.id,
    )
    const times = {
      from: ['2026-11-20', '2026-11-23T00:00:00Z', '2286-11-20', '9999-12-30'],
      to: ['2026-11-24', '2026-11-25T12:00:00.5+02:00', '2286-11-21', '9999-12-31T23:59:59-23:59'],
    }
    return {
      token,
      known: { id: ids, team: ['care', 'billing'], outcome: ['solved', 'spam'], week: ['2026-W48'], ...times },
    }
  }

  async #sound(seed: number): Promise<void> {
    const { token, known } = await this.#scene()
    const [request] = fc.sample(soundRequests(this.#operation, known), { seed, numRuns: 1 })
    if (!request) return
    await this.#strangers(request)
    const reply = await this.#ask(request, token)
    const refused = [400, 401, 413, 415, 422].includes(reply.status) && !unsaid.test(reply.text)
    if (refused) this.#find('sound request refused', request, `${reply.status} ${reply.text}`)
    await this.#world.forgets()
  }

  async #broken(seed: number, cases: number): Promise<number> {
    const { token, known } = await this.#scene()
    // What is held takes whatever is not refused.
    const held = { ...known, id: known.id?.slice(0, 1) ?? [] }
    const mean = fc.sample(soundRequests(this.#operation, held), { seed, numRuns: brokenFrom })
    const all = mean.flatMap((sound) => brokenRequests(this.#operation, sound))
    const maxLength = Math.min(cases, all.length)
    const [chosen = []] = fc.sample(fc.shuffledSubarray([...all], { minLength: maxLength, maxLength }), {
      seed,
      numRuns: 1,
    })
    for (const one of chosen) {
      await this.#strangers(one.request)
      const reply = await this.#ask(one.request, token)
      const detail = `${one.broken}: ${reply.status} ${reply.text}`
      if (this.#world.asked().length > 0) this.#find('broken request took effect', one.request, detail)
      if (reply.status < 400) this.#find('broken request accepted', one.request, detail)
    }
    return chosen.length
  }

  /** Who is nobody gets nothing, whatever is asked. */
  async #strangers(request: Unsigned): Promise<void> {
    if (!this.#operation.guarded) return
    const token = nobodies[this.#unauthorized % nobodies.length]
    this.#unauthorized += 1
    const reply = await this.#ask(request, token)
    if (reply.status !== 401 || this.#world.asked().length > 0)
      this.#find('token not asked for', request, `${reply.status} ${reply.text}`)
  }

  async #ask(request: Unsigned, token: TokenClaims | undefined): Promise<Reply> {
    const reply = await this.#world.call({ ...request, token })
    this.#statuses[reply.status] = (this.#statuses[reply.status] ?? 0) + 1
    if (reply.status >= 500) this.#find('server error', request, `${reply.status} ${reply.text}`)
    for (const fault of this.#faultsOf(this.#operation.operationId, reply))
      this.#find('not as documented', request, `${reply.status} ${fault}`)
    return reply
  }

  #find(check: Finding['check'], request: Unsigned, detail: string): void {
    this.#findings.push({ operation: this.#operation.operationId, check, detail: detail.slice(0, 500), request })
  }
}

/** The document as the door itself serves it. */
export const servedDocument = async () => {
  const { status, text } = await new AgentsInTheWorld().call({ route: 'GET /openapi.json' })
  if (status !== 200) throw new Error(`the document was answered with ${status}`)
  return readApiDocument(JSON.parse(text))
}

/** Asks an operation for what its document says it takes, and for what it says it does not. */
export const fuzzOperation = (
  operation: DocumentedOperation,
  { faultsOf }: Awaited<ReturnType<typeof servedDocument>>,
  options: FuzzOptions,
): Promise<Fuzzed> => new Fuzzing(operation, faultsOf).run(options)
