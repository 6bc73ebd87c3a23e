import { seededRandom } from '#shared/words/training/random.ts'
import type { Delivered } from '#tests/simulation/channel.ts'
import type { Violation } from '#tests/simulation/check.ts'
import { faults as allFaults, type Call, type Fault, transactionFaults } from '#tests/simulation/fault.ts'
import type { Arrival, Asking } from '#tests/simulation/line-watch.ts'
import type { AgentDesk, Answered } from '#tests/simulation/people.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth, type Truth } from '#tests/simulation/truth.ts'
import { testDeployed } from '#tests/support/test-config.ts'

export interface SoakOptions {
  readonly seed: number
  readonly messages: number
  readonly agents: number
  /** The share of calls that fail, from the quietest hour to the worst. */
  readonly faultShare: readonly [least: number, most: number]
  readonly progress: (line: string) => void
}

export interface SoakResult {
  readonly messages: number
  readonly handoffs: number
  readonly claims: number
  /** What came to the lines and was asked of them, for other designs to do better. */
  readonly arrivals: readonly Arrival[]
  readonly askings: readonly Asking[]
  readonly injected: ReadonlyMap<string, number>
  readonly calls: number
  readonly violations: readonly Violation[]
  readonly truth: Truth
  readonly delivered: readonly Delivered[]
  readonly virtualHours: number
}

const teams = ['care', 'billing', 'orders', 'legal', 'vip'] as const
const second = 1_000
const minute = 60 * second

const wishes: Readonly<Record<(typeof teams)[number], string>> = {
  care: 'I want to talk to a human',
  billing: 'I was charged twice for one lamp',
  orders: 'I want to cancel my order',
  legal: 'My lawyer will write to you',
  vip: 'This is outrageous, I am furious with your service',
}

const team = (name: string) => ({ name, languages: ['en'], capacity: 3 })

const deployed = testDeployed({
  teams: Object.fromEntries(teams.map((id) => [id, team(id)])),
  routing: [
    { name: 'charges', when: { trigger: ['billing-dispute'] }, team: 'billing' },
    { name: 'orders', when: { trigger: ['cancellation'] }, team: 'orders' },
    { name: 'law', when: { trigger: ['legal'] }, team: 'legal' },
    { name: 'anger', when: { trigger: ['frustration'] }, team: 'vip' },
  ],
  triggers: { 'repeated-question': { enabled: false } },
})

const skewsMs = [0, -10 * minute, 0, 10 * minute, 0, 3 * second, -3 * second]
const messagesPerConversation = 3
/** A conversation asks for a person with this chance: one in five of the others would make too few. */
const handedOff = 0.7
/** More than the agents can do in the rush of each hour, and less in its quiet: lines grow to dozens and end. */
const conversationsPerMinute = 50
const rush = 0.8

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** How many calls fail: between the least and the most, over two hours, again and again. */
const shareAt = ([least, most]: SoakOptions['faultShare'], ms: number): number =>
  least + ((most - least) * (1 - Math.cos((ms / (60 * minute)) * Math.PI))) / 2

class Weather {
  readonly injected = new Map<string, number>()
  calls = 0
  over = false
  readonly #random: () => number
  readonly #share: () => number

  constructor(random: () => number, share: () => number) {
    this.#random = random
    this.#share = share
  }

  readonly fault = ({ operation }: Call): Fault | undefined => {
    this.calls += 1
    if (this.over || this.#random() > this.#share()) return undefined
    const among = operation === 'TransactWriteItems' ? [...allFaults, ...transactionFaults] : allFaults
    const fault = among[Math.floor(this.#random() * among.length)]
    if (fault !== undefined) this.injected.set(fault, (this.injected.get(fault) ?? 0) + 1)
    return fault
  }
}

export const soak = async ({ seed, messages, agents, faultShare, progress }: SoakOptions): Promise<SoakResult> => {
  const random = seededRandom(seed)
  const started = { at: 0 }
  const weather = new Weather(random, () => shareAt(faultShare, simulation.world.time.now() - started.at))
  const simulation = new Simulation({ seed, deployed, skewsMs, indexLagMs: 300, faults: weather.fault })
  const { world, customers } = simulation
  started.at = world.time.now()
  const tried = new Set<string>()
  let said = 0
  let ended = false
  const pick = <T>(many: readonly T[]): T => many[Math.floor(random() * many.length)] as T

  const converse = async (n: number): Promise<void> => {
    const wish = random() < handedOff ? wishes[pick(teams)] : undefined
    const at = Math.floor(random() * messagesPerConversation)
    for (let k = 0; k < messagesPerConversation; k += 1) {
      said += 1
      const text = `${k === at && wish !== undefined ? wish : 'How do I return a lamp?'} (${n}.${k})`
      if (said % 5_000 === 0) progress(`${said} messages, ${simulation.watch.claims} claims, ${weather.calls} calls`)
      tried.add(text)
      await customers.says(`thread-${n}`, text, `m-${n}-${k}`)
      // A few repeat a delivery that was taken.
      if (random() < 0.02) await customers.says(`thread-${n}`, text, `m-${n}-${k}`)
      await sleep(random() * 2 * minute)
    }
  }

  const arrive = async (): Promise<void> => {
    const conversations = Math.ceil(messages / messagesPerConversation)
    const open: Promise<void>[] = []
    for (let n = 0; n < conversations; n += 1) {
      open.push(converse(n))
      const wave = 1 + rush * Math.sin(((world.time.now() - started.at) / (60 * minute)) * 2 * Math.PI)
      await sleep((random() * 2 * minute) / conversationsPerMinute / wave)
    }
    await Promise.all(open)
    ended = true
  }

  const serve = async (desk: AgentDesk, own: readonly string[]): Promise<void> => {
    for (let empty = 0; !ended || empty < own.length * 3; ) {
      const claimed = await desk.claim(pick(own), 20)
      if (claimed.status !== 200) {
        empty += 1
        await sleep(random() * 5 * second)
        continue
      }
      empty = 0
      // Some agents never come back: their conversation goes to its old place.
      if (random() < 0.02) await sleep(10 * minute)
      else await handle(desk, claimed)
    }
  }

  const handle = async (desk: AgentDesk, { body }: Answered): Promise<void> => {
    const { id } = body.handoff as { readonly id: string }
    await sleep(random() * 20 * second)
    const way = random()
    if (way < 0.05) await desk.act('release', id)
    else if (way < 0.08) await desk.act('decline', id)
    else if (way < 0.13) await desk.act('transfer', id, { team: pick(teams), reason: 'Theirs' })
    else {
      if (random() < 0.3) await desk.act('accept', id)
      await desk.act('messages', id, { text: `Yes ${id}` })
      if (random() < 0.2) await desk.act('notes', id, { text: 'A note' })
      await sleep(random() * 40 * second)
      if (random() < 0.1) await desk.act('return', id)
      else await desk.act('resolve', id, { outcome: 'solved' })
    }
  }

  const sweepEachMinute = async (): Promise<void> => {
    while (!ended) {
      await sleep(minute)
      await world.invoke('Sweep', world.doors.sweep, {})
    }
  }

  await world.run(() =>
    Promise.all([
      arrive(),
      sweepEachMinute(),
      ...Array.from({ length: agents }, (_, n) => {
        const own = [teams[n % teams.length] ?? 'care', teams[(n * 3 + 1) % teams.length] ?? 'care']
        return serve(simulation.agent(`agent-${n}`), own)
      }),
    ]),
  )
  progress('everybody has said what they had to say; now all that is owed gets done')
  weather.over = true
  await simulation.drain()
  await simulation.empty()
  const truth = readTruth(world.cloud.table)
  return {
    messages: said,
    handoffs: truth.handoffs.length,
    claims: simulation.watch.claims,
    arrivals: simulation.watch.arrivals,
    askings: simulation.watch.askings,
    injected: weather.injected,
    calls: weather.calls,
    violations: simulation.violations(tried),
    truth,
    delivered: world.channel.delivered,
    virtualHours: (world.time.now() - started.at) / (60 * minute),
  }
}
