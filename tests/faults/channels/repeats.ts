import { seededRandom } from '#shared/words/training/random.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { bodyOf, type SignedChannel } from '#tests/support/signed-channels.ts'
import { ChannelWorld, routeOf } from './every-channel.ts'

const dayMs = 86_400_000
const days = 8

export const repeatedWords = { question: 'How do I return a lamp?', request: 'I want to talk to a human' } as const

export interface RepeatRun {
  readonly deliveries: number
  readonly refused: number
  /** Each of them one, and nothing else. */
  readonly messages: number
  readonly replies: number
  readonly handoffs: number
  /** What the provider was asked to send, against what there was to say. */
  readonly sent: readonly string[]
  readonly said: readonly string[]
  readonly undelivered: number
}

/** Moments within eight days, some of them twice: two at once. */
const moments = (count: number, random: () => number): readonly number[] => {
  const alone = Array.from({ length: Math.ceil(count / 2) }, () => random() * days * dayMs)
  const beside = alone.slice(0, count - alone.length).map((at) => (random() < 0.4 ? at : random() * days * dayMs))
  return [...alone, ...beside].sort((one, other) => one - other)
}

/** One delivery of one message again and again, as a provider does that hears no answer: signed anew, the message the same. */
export const deliverRepeatedly = async (
  channel: SignedChannel,
  text: string,
  count: number,
  seed = 7,
): Promise<RepeatRun> => {
  const world = new ChannelWorld(seed)
  const { world: places } = world.simulation
  const body = bodyOf(channel, [channel.event(text, 'id-1', world.seconds)])
  const times = moments(count, seededRandom(seed))
  const started = places.time.now()
  let [deliveries, refused, day] = [0, 0, 0]
  for (const at of new Set(times)) {
    await places.pass(Math.max(0, started + at - places.time.now()))
    for (; day < Math.floor(at / dayMs); day += 1) await world.simulation.sweep()
    const atOnce = times.filter((time) => time === at).map(() => channel.sign(body, world.seconds))
    const heard = await world.knocks(channel, ...atOnce)
    deliveries += heard.length
    refused += heard.filter(({ status }) => status >= 300).length
  }
  await world.simulation.drain()
  return { deliveries, refused, ...outcomeOf(world, channel) }
}

const outcomeOf = ({ simulation }: ChannelWorld, channel: SignedChannel) => {
  const { channel: seen, cloud } = simulation.world
  const truth = readTruth(cloud.table)
  const all = [...truth.messages.values()].flat()
  const said = all.filter(({ author }) => author.kind !== 'customer')
  const standard = routeOf(channel) === 'standard'
  return {
    messages: all.length - said.length,
    replies: said.filter(({ author }) => author.kind === 'assistant').length,
    handoffs: truth.handoffs.length,
    sent: standard ? seen.delivered.map(({ text }) => text) : seen.provided.map((one) => one.text),
    said: said.map(({ text }) => text),
    undelivered: said.filter(({ delivery }) => delivery !== 'sent').length,
  }
}

export interface ReplayRun {
  readonly accepted: number
  readonly effects: number
}

/** A delivery as it was, byte for byte, played again by somebody who kept it. */
export const replay = async (channel: SignedChannel, afterDays: number): Promise<ReplayRun> => {
  const world = new ChannelWorld()
  const body = bodyOf(channel, [channel.event(repeatedWords.question, 'id-1', world.seconds)])
  const request = channel.sign(body, world.seconds)
  const first = await world.knocks(channel, request)
  await world.simulation.drain()
  const before = world.calls
  await world.simulation.world.pass(afterDays * dayMs)
  await world.knocks(channel, request)
  return { accepted: first.filter(({ status }) => status < 300).length, effects: world.calls - before }
}

/** What a signature of then is answered, so many seconds from now. */
export const knockLate = async (channel: SignedChannel, secondsOff: number): Promise<number> => {
  const world = new ChannelWorld()
  const body = bodyOf(channel, [channel.event(repeatedWords.question, 'id-1', world.seconds)])
  const [heard] = await world.knocks(channel, channel.sign(body, world.seconds + secondsOff))
  return heard?.status ?? 599
}
