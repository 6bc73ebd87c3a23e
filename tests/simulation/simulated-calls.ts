import type { Call, Fault, Faults } from './fault.ts'
import { type Invocation, never, running } from './invocation.ts'
import type { Turnstile } from './turnstile.ts'
import type { VirtualTime } from './virtual-time.ts'

/** An answer on the wire. */
export interface Reply {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body: string
  /** The body comes a byte a second. */
  readonly dripping?: boolean
}

export interface Attempt {
  readonly service: Call['service']
  readonly operation: string
  /** The client's own id of the call, the same for its repeats; undefined for a client that never repeats. */
  readonly callId: string | undefined
  /** How long the client waits for an answer. */
  readonly limitMs: number
  readonly abortSignal?: AbortSignal | undefined
  readonly input: unknown
  readonly answer: () => Promise<Reply> | Reply
  readonly refusal: (fault: 'throttled' | 'failing' | `cancelled-${string}`) => Reply
}

/** What really happened, for whoever checks it. */
export interface Executed {
  readonly call: Call
  readonly input: unknown
  readonly reply: Reply
  readonly fault: Fault | undefined
}

export interface CallObserver {
  /** Every attempt, as it is about to happen or not. */
  readonly attempted?: (call: Call, fault: Fault | undefined) => void
  /** Every attempt that took effect. */
  readonly executed?: (executed: Executed) => void
}

/** What a client hands its calls to. */
export interface CallPath {
  make(attempt: Attempt): Promise<Reply>
}

/** Every call takes effect at once. */
export const straight: CallPath = { make: async (attempt) => attempt.answer() }

const longestTravelMs = 20

/** The way of every call that leaves a door: it waits for its turn, meets its fault, takes effect, and its answer waits again. */
export class SimulatedCalls implements CallPath {
  faults: Faults
  readonly #time: VirtualTime
  readonly #turnstile: Turnstile
  readonly #observer: CallObserver
  readonly #random: () => number

  constructor(time: VirtualTime, turnstile: Turnstile, random: () => number, faults: Faults, observer: CallObserver) {
    this.#random = random
    this.#time = time
    this.#turnstile = turnstile
    this.faults = faults
    this.#observer = observer
  }

  async make(attempt: Attempt): Promise<Reply> {
    const invocation = running.getStore()
    const call = callOf(attempt, invocation)
    await this.#turnstile.wait(invocation)
    const fault = this.faults(call)
    this.#observer.attempted?.(call, fault)
    const before = await this.#beforehand(fault, call, attempt, invocation)
    if (before) return before

    const reply = await running.exit(() => attempt.answer())
    this.#observer.executed?.({ call, input: attempt.input, reply, fault })
    if (fault === 'crash-after') return crash(invocation)
    await this.#travel()
    if (fault === 'answer-lost' || (fault === 'answer-lost-once' && call.attempt === 1)) throw connectionReset(attempt)
    if (fault === 'late') return this.#hang(attempt, invocation)
    return distorted(reply, fault, attempt)
  }

  /** An answer takes a while, and overtakes others. */
  #travel(): Promise<void> {
    const ms = 1 + Math.floor(this.#random() * longestTravelMs)
    return new Promise((arrive) => this.#time.after(ms, arrive))
  }

  async #beforehand(
    fault: Fault | undefined,
    { attempt }: Call,
    made: Attempt,
    invocation: Invocation | undefined,
  ): Promise<Reply | undefined> {
    if (fault === 'crash-before') return crash(invocation)
    if (fault === 'hanging') return this.#hang(made, invocation)
    const once = attempt === 1
    if (fault === 'throttled' || (fault === 'throttled-once' && once)) return made.refusal('throttled')
    if (fault === 'failing' || (fault === 'failing-once' && once)) return made.refusal('failing')
    if (fault?.startsWith('cancelled-')) return made.refusal(fault as `cancelled-${string}`)
    return undefined
  }

  /** Until the client has waited long enough, or is told to stop waiting. */
  #hang({ limitMs, abortSignal, input }: Attempt, invocation: Invocation | undefined): Promise<never> {
    return new Promise((_, reject) => {
      const end = (name: string) => {
        if (!invocation?.over) reject(Object.assign(new Error(`no answer to ${quoted(input)}`), { name }))
      }
      const timer = this.#time.after(limitMs, () => end('TimeoutError'))
      abortSignal?.addEventListener('abort', () => {
        this.#time.cancel(timer)
        end('AbortError')
      })
    })
  }
}

const tooMuch = 'x'.repeat(64 * 1024)

/** Errors quote what they are about, as parsers, SDKs and providers do: whoever tells their message on tells a customer's words. */
export const quoted = (input: unknown): string => JSON.stringify(input ?? '').slice(0, 20_000)

const distorted = (reply: Reply, fault: Fault | undefined, { input }: Attempt): Reply => {
  if (fault === 'malformed') return { ...reply, body: `{"order":${quoted(input)}` }
  if (fault === 'oversized') return { ...reply, body: JSON.stringify({ note: tooMuch }) }
  return fault === 'dripping' ? { ...reply, dripping: true } : reply
}

const crash = (invocation: Invocation | undefined): Promise<never> => {
  invocation?.end('crashed')
  return never()
}

const connectionReset = ({ input }: Attempt) =>
  Object.assign(new Error(`read ECONNRESET after ${quoted(input)}`), { code: 'ECONNRESET' })

const callOf = ({ service, operation, callId }: Attempt, invocation: Invocation | undefined): Call => {
  const kind = `${service} ${operation}`
  const known = callId === undefined ? undefined : invocation?.calls.get(callId)
  const index = known?.index ?? invocation?.counts.get(kind) ?? 0
  if (!known) invocation?.counts.set(kind, index + 1)
  const attempts = (known?.attempts ?? 0) + 1
  if (callId !== undefined) invocation?.calls.set(callId, { index, attempts })
  const { door = 'nobody', id = 0, run = 0 } = invocation ?? {}
  return { door, run, service, operation, index, invocation: id, attempt: attempts }
}
