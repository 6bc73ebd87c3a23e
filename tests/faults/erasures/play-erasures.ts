import { inboundQueue } from '#tests/simulation/stack-queues.ts'
import { type Canary, CanaryPlay, deadInbound, stages } from './canary-play.ts'

export { stages } from './canary-play.ts'

export interface Played {
  readonly canaries: readonly Canary[]
  /** Words of erased customers, and where they were found. */
  readonly left: readonly string[]
  /** Customers who were not erased, and of whom something is missing. */
  readonly missing: readonly string[]
  readonly receipts: readonly Receipt[]
}

export interface Receipt {
  readonly looks: number
  readonly verifiedAt?: string
  readonly erased: Readonly<Record<string, number>>
}

const minute = 60_000
/** No hour of any day. */
const notDue = -1
/** All stages and whether they are erased: a name for what quotes one customer of each. */
const quotedTogether = 2 * stages.length

const canariesOf = (count: number): readonly Canary[] =>
  Array.from({ length: count }, (_, n) => ({
    stage: stages[n % stages.length] ?? 'answered',
    word: `kan${n}ary`,
    erased: Math.floor(n / stages.length) % 2 === 0,
  }))

/** Reports and answers: some quote customers of both kinds, and one only such as are not erased. */
const quote = async (play: CanaryPlay, canaries: readonly Canary[]): Promise<void> => {
  const quoted = canaries.map((one) => ({ ...one, threadId: play.threadIdOf(one) }))
  const { world } = play.simulation
  for (let from = 0; from < quoted.length; from += quotedTogether)
    await play.quotes.write(world, `of-${from}`, quoted.slice(from, from + quotedTogether))
  const erasedThreads = new Set(quoted.filter(({ erased }) => erased).map(({ threadId }) => threadId))
  const others = quoted.filter(({ threadId }) => !erasedThreads.has(threadId))
  await play.quotes.write(world, 'of-others', others)
}

/** One export is read, with an answer of Athena's about everybody; and of another the picture is taken. */
const exported = async ({ simulation: { world } }: CanaryPlay, canaries: readonly Canary[]): Promise<void> => {
  const { exports } = world
  await world.run(() => exports.tick(3))
  exports.letGo()
  await world.run(() => exports.tick(3))
  exports.answer(canaries.map(({ word }) => word).join('\n'))
  const { exports: seen } = await world.run(() => exports.files.look())
  if (!seen[0]?.finished?.items) throw new Error('nothing was exported')
  await world.run(() => exports.begin('of-the-next-day'))
}

/** The next day's export is read. */
const exportedAgain = async ({ simulation: { world } }: CanaryPlay): Promise<void> => {
  const { exports } = world
  await world.run(() => exports.begin('of-the-day-after'))
  exports.letGo()
  await world.run(() => exports.tick(notDue))
}

/** At once, with whoever writes in that moment; the receipts' ids. */
const eraseAtOnce = async (play: CanaryPlay, canaries: readonly Canary[]): Promise<readonly string[]> => {
  const { world } = play.simulation
  const receipts: string[] = []
  const erases = async ({ word }: Canary) => {
    const path = { id: `id-${word}` }
    const { status, body } = await play.simulation.admin().request({ route: 'DELETE /customers/{id}', path })
    if (status !== 200) throw new Error(`${word} was not erased: ${status}`)
    receipts.push(String(body.id))
  }
  const writing = canaries.filter(({ stage }) => stage === 'writing')
  const gone = canaries.filter(({ erased }) => erased)
  await world.run(() =>
    Promise.all([...writing.map((one) => play.writes(one, 'I write just now of')), ...gone.map(erases)]),
  )
  return receipts
}

/**
 * Customers with their word in every field, on the way to everywhere; half of them are erased, at once with whoever writes
 * in that moment; then everything that was held back is let go, and every store is searched.
 */
export const playErasures = async (count: number, seed: number): Promise<Played> => {
  const canaries = canariesOf(count)
  const play = new CanaryPlay(seed, canaries)
  const { world } = play.simulation
  // Whoever waits has to come after all who are served.
  const late = ['claimed', 'waiting']
  const inTurn = [...canaries].sort((one, other) => late.indexOf(one.stage) - late.indexOf(other.stage))
  for (const one of inTurn) await play.reaches(one)
  await play.holdsBack()
  await quote(play, canaries)
  world.off.delete('TakeTurn')
  await exported(play, canaries)
  const receipts = await eraseAtOnce(play, canaries)
  // One that was being written became whole, and Athena ended a query.
  await world.run(async () => {
    world.exports.letGo()
    world.exports.answer(canaries[0]?.word ?? '')
  })
  for (let minutes = 0; minutes < 30; minutes += 1) {
    await world.pass(minute)
    await play.simulation.sweep()
  }
  await play.moves(deadInbound, inboundQueue)
  await play.simulation.drain()

  const read: Receipt[] = []
  for (const id of receipts)
    read.push((await play.asks('GET /erasures/{id}', { path: { id } })).body as unknown as Receipt)
  const quotes = await play.quotes.missing(world, ['of-others'])
  await world.run(() => world.exports.tick(notDue))
  const meanwhile = await search(play, canaries)
  await exportedAgain(play)
  const found = await search(play, canaries)
  return { canaries, left: [...meanwhile.left, ...found.left], missing: [...found.missing, ...quotes], receipts: read }
}

const search = async (play: CanaryPlay, canaries: readonly Canary[]): Promise<Pick<Played, 'left' | 'missing'>> => {
  const stores = await play.simulation.world.run(async () => play.stores())
  const leftOf = ({ stage, word }: Canary): readonly string[] =>
    Object.entries(stores)
      .filter(([, text]) => text.includes(word))
      .map(([store, text]) => `${stage} ${word} in ${store}: ${aroundOf(text, word)}`)
  const isWhole = (one: Canary) =>
    hasWords(stores.table ?? '', one) &&
    (stores.exports ?? '').includes(`Name ${one.word}`) &&
    (stores.files ?? '').includes(`of=${one.word}.png`)
  return {
    left: canaries.filter(({ erased }) => erased).flatMap(leftOf),
    missing: canaries.filter((one) => !one.erased && !isWhole(one)).map(({ stage, word }) => `${stage} ${word}`),
  }
}

/** What it was found in, and among what. */
const aroundOf = (text: string, word: string): string => {
  const at = text.indexOf(word)
  const line = text.slice(text.lastIndexOf('\n', at) + 1).split('\n', 1)[0] ?? ''
  return `${line.slice(0, 120)} … ${text.slice(Math.max(0, at - 60), at + 60)}`
}

/** Their own words, and their name. */
const hasWords = (table: string, { word }: Canary): boolean =>
  new RegExp(`"text":"[^"]* ${word}"`).test(table) && table.includes(`Name ${word}`)
