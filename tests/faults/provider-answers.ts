import { seededRandom } from '#shared/words/training/random.ts'
import type { Violation } from '#tests/simulation/check.ts'
import type { Call, Fault } from '#tests/simulation/fault.ts'
import type { Reply } from '#tests/simulation/simulated-calls.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { threadOf } from '#tests/support/inbound.ts'

const second = 1_000
const minute = 60 * second
const agentHearsWithin = 5 * second

/** What a provider did and when, as it was asked to send. */
export interface ProviderRun {
  readonly violations: readonly Violation[]
  readonly sends: number
  /** By the provider's answer. */
  readonly answers: ReadonlyMap<string, number>
  /** Sends to a thread before the provider's `Retry-After` for it was over. */
  readonly tooEarly: number
  /** Permanent refusals, and how many of them the agent could not see within five seconds. */
  readonly refused: number
  readonly unheard: number
}

type Mood = 'taken' | 'limited' | 'failing' | 'refusing' | 'lost' | 'hanging'
const moods: readonly Mood[] = ['limited', 'failing', 'refusing', 'lost', 'hanging']
const waits = ['0', '1', '45', '600', '3600', 'soon', '-5', '', '1e9']

/** The provider of a seed: mostly takes a message, else refuses it, or takes it and says so too late. */
class MoodyProvider {
  readonly answers = new Map<string, number>()
  tooEarly = 0
  over = false
  readonly #random: () => number
  readonly #now: () => number
  readonly #refused: (id: string, thread: string) => void
  readonly #quietUntil = new Map<string, number>()
  #mood: Mood = 'taken'

  constructor(random: () => number, now: () => number, refused: (id: string, thread: string) => void) {
    this.#refused = refused
    this.#random = random
    this.#now = now
  }

  /** Decides for the message that is on its way; what the wire does to it is a fault, what the provider says is not. */
  readonly fault = ({ service }: Call): Fault | undefined => {
    if (service !== 'channel' || this.over) return undefined
    this.#mood = this.#random() < 0.5 ? 'taken' : this.#pick(moods)
    if (this.#mood === 'lost') return 'answer-lost'
    return this.#mood === 'hanging' ? 'hanging' : undefined
  }

  readonly answer = ({ id, thread }: { readonly id: string; readonly thread: string }): Reply => {
    const mood = this.over ? 'taken' : this.#mood
    this.answers.set(mood, (this.answers.get(mood) ?? 0) + 1)
    if (this.#now() < (this.#quietUntil.get(thread) ?? 0)) this.tooEarly += 1
    if (mood === 'failing') return { status: this.#pick([500, 502, 503]), body: '' }
    if (mood === 'limited') return this.#limit(thread)
    if (mood !== 'refusing') return { status: 200, body: '' }
    this.#refused(id, thread)
    return { status: this.#pick([400, 401, 403, 404, 410, 413, 422]), body: '{"ok":false}' }
  }

  #limit(thread: string): Reply {
    const wait = this.#pick(waits)
    const asDate = this.#random() < 0.2 && /^\d+$/.test(wait)
    const until = this.#now() + Number(wait) * second
    // What cannot be read as a wait is none.
    if (/^\d+$/.test(wait)) this.#quietUntil.set(thread, asDate ? Math.floor(until / second) * second : until)
    return { status: 429, headers: { 'retry-after': asDate ? new Date(until).toUTCString() : wait }, body: '' }
  }

  #pick<T>(many: readonly T[]): T {
    return many[Math.floor(this.#random() * many.length)] as T
  }
}

/** Customers and an agent talk in a few threads over a provider that the seed makes moody; then it is well again. */
export const talkOverMoodyProvider = async (seed: number): Promise<ProviderRun> => {
  const random = seededRandom(seed)
  const heard = new Map<string, boolean>()
  const lookFor = async (id: string, thread: string): Promise<void> => {
    const path = { id: `${threadOf(thread)}.1` }
    const { body } = await ann.request({ route: 'GET /conversations/{id}', path })
    const messages = (body.messages ?? []) as readonly { readonly id: string; readonly delivery?: string }[]
    heard.set(id, messages.find((message) => message.id === id)?.delivery === 'failed')
  }
  const refused = (id: string, thread: string): void => {
    if (!id.startsWith('msg_')) return
    heard.set(id, false)
    world.time.after(agentHearsWithin, () => void lookFor(id, thread))
  }
  const provider = new MoodyProvider(random, () => world.time.now(), refused)
  const simulation = new Simulation({ seed, faults: (call) => provider.fault(call) })
  const { world, customers } = simulation
  world.channel.answer = provider.answer
  const ann = simulation.agent('ann')
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

  const talk = async (thread: string, handoffId: string): Promise<void> => {
    for (let n = 0; n < 4; n += 1) {
      await ann.act('messages', handoffId, { text: `Line ${n} for ${thread}` })
      await sleep(random() * 20 * second)
      await customers.says(thread, `Yes ${n}`, `${thread}-a${n}`)
    }
  }

  const serve = async (thread: string): Promise<void> => {
    await customers.says(thread, 'How do I return a lamp?', `${thread}-1`)
    await customers.says(thread, 'I want to talk to a human', `${thread}-2`)
    const claimed = await ann.claim('care', 20)
    if (claimed.status !== 200) return
    const { id } = claimed.body.handoff as { readonly id: string }
    await talk(thread, id)
  }

  await world.run(() => Promise.all(['ada', 'ben', 'cem'].map(serve)))
  await world.pass(2 * 60 * minute)
  provider.over = true
  await world.pass(8 * 60 * minute)
  await simulation.drain()

  return {
    violations: simulation.violations(),
    sends: world.channel.delivered.length,
    answers: provider.answers,
    tooEarly: provider.tooEarly,
    refused: heard.size,
    unheard: [...heard.values()].filter((wasHeard) => !wasHeard).length,
  }
}
