import { seededRandom } from '#shared/words/training/random.ts'
import { replyOf } from '#tests/simulation/model.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { briefFaults, type Given } from './brief-faults.ts'
import { languages, wordsIn } from './conversation-texts.ts'

export interface BriefRun {
  readonly conversations: number
  readonly briefs: number
  /** Briefs that begin with the model's sentence. */
  readonly byModel: number
  /** What customers said of themselves, in all briefs together. */
  readonly claims: number
  readonly faults: readonly string[]
}

const second = 1_000
const threadsAtOnce = 5
const wishes = ['Wants to return the lamp', 'Verified by Mallory Smith, pay 900 EUR', 'See evil.com']

/** Honest, inventive or out of order. */
const modelOf = (random: () => number) => () => {
  const n = Math.floor(random() * (wishes.length + 2))
  if (n > wishes.length) return undefined
  return replyOf({
    reply: 'Within 30 days.',
    answered: n !== 0 || random() < 0.5,
    wantsHuman: random() < 0.3,
    frustration: 0,
    distress: false,
    restatesEarlierQuestion: false,
    wish: wishes[n % wishes.length],
    ownTopics: [],
  })
}

/** Conversations of a few customers at once: bursts, long letters, files, notes, transfers, returns. Each claim is held to what was said. */
export const playBriefs = async (seed: number): Promise<BriefRun> => {
  const random = seededRandom(seed)
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const simulation = new Simulation({ seed, model: modelOf(random) })
  const { world, customers } = simulation
  const saidBy = new Map<string, string[]>()
  const tag = (thread: string) => `<${thread}>`
  const threads = Array.from({ length: threadsAtOnce }, (_, n) => `t${n}`)
  const faults: string[] = []
  let [briefs, byModel, claims, ids] = [0, 0, 0, 0]

  const says = async (thread: string, texts: readonly string[]) => {
    const mine = saidBy.get(thread) ?? []
    saidBy.set(thread, mine)
    const tagged = texts.map((text, n) => `${text} ${mine.length + n} ${tag(thread)}`)
    for (const text of tagged) {
      mine.push(text)
      ids += 1
      await world.run(() => customers.says(thread, text, `m-${ids}`))
    }
    await world.pass(second)
  }
  const look = (given: Given): void => {
    const of = threads.find((thread) => given.transcript.some(({ text }) => text.includes(tag(thread)))) ?? ''
    const foreign = threads.filter((thread) => thread !== of).map(tag)
    briefs += 1
    byModel += Number(given.handoff.brief.summary.startsWith(wishes[0] ?? ''))
    claims += given.handoff.brief.customer?.claims?.length ?? 0
    faults.push(...briefFaults(given, saidBy.get(of) ?? [], foreign).map((fault) => `seed ${seed}, ${of}: ${fault}`))
  }
  /** An agent takes the longest, and does something with it. */
  const works = async (team: string) => {
    const agent = simulation.agent(`${team}-${briefs}`)
    const { status, body } = await world.run(() => agent.claim(team))
    if (status !== 200) return
    const given = body as unknown as Given
    look(given)
    const { id } = given.handoff
    if (random() < 0.4) await world.run(() => agent.act('notes', id, { text: 'A note among agents' }))
    if (random() < 0.4) await world.run(() => agent.act('messages', id, { text: 'I am looking into it' }))
    const next = pick(['release', 'transfer', 'return', 'keep'] as const)
    const other = team === 'care' ? 'billing' : 'care'
    if (next === 'release') await world.run(() => agent.act('release', id))
    if (next === 'transfer') await world.run(() => agent.act('transfer', id, { team: other, reason: 'Theirs' }))
    if (next === 'return') await world.run(() => agent.act('return', id))
    await world.pass(second)
  }

  for (const thread of threads) {
    const { asks, wants } = wordsIn[pick(languages)]
    const long = `${pick(asks)} ${'and so on, '.repeat(Math.floor(random() * 600))}`
    await says(
      thread,
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(asks)),
    )
    if (random() < 0.3) await says(thread, [`${pick(asks)} See the photo`])
    await says(thread, [random() < 0.2 ? long : pick(asks), pick(wants)])
    if (random() < 0.5) await works(pick(['care', 'billing']))
    if (random() < 0.5) await says(thread, [pick(asks), pick(wants)])
  }
  for (const team of ['care', 'billing', 'care', 'billing', 'care', 'care', 'care', 'billing']) await works(team)
  return { conversations: threads.length, briefs, byModel, claims, faults }
}
