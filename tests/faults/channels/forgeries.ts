import type { WebhookRequest } from '#shared/channel/channel.ts'
import { seededRandom } from '#shared/words/training/random.ts'
import { bodyOf, type SignedChannel } from '#tests/support/signed-channels.ts'
import { ChannelWorld, type Heard } from './every-channel.ts'

type Forge = (request: WebhookRequest, random: () => number, seconds: number) => WebhookRequest

const letters = 'ABCDEFabcdef0123456789+/='
const oneOf = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() * all.length)] as T

const withHeader = (request: WebhookRequest, name: string, value: string | undefined): WebhookRequest => {
  const { [name]: _, ...rest } = request.headers
  return { ...request, headers: value === undefined ? rest : { ...rest, [name]: value } }
}

/** What the header says, made into something else. */
const headerChanges: readonly ((value: string, random: () => number) => string | undefined)[] = [
  () => undefined,
  () => '',
  (value) => `${value},${value}`,
  (value) => `${value}, ${value}`,
  (value) => `${value}x`,
  (value) => `x${value}`,
  (value) => value.slice(0, -1),
  (value, random) => Array.from(value, () => oneOf([...letters], random)).join(''),
  (value, random) => {
    const at = Math.floor(random() * value.length)
    return `${value.slice(0, at)}${value[at] === '0' ? '1' : '0'}${value.slice(at + 1)}`
  },
  () => 'A'.repeat(4_000),
  () => 'null',
]

const forgedHeader: Forge = (request, random) => {
  const name = oneOf(Object.keys(request.headers), random)
  const value = request.headers[name] ?? ''
  const changed = oneOf(headerChanges, random)(value, random)
  return withHeader(request, name, changed === value ? `${value}0` : changed)
}

const changedByte: Forge = (request, random) => {
  const body = Buffer.from(request.body)
  const at = Math.floor(random() * body.byteLength)
  body[at] = ((body[at] ?? 0) + 1 + Math.floor(random() * 255)) % 256
  return { ...request, body }
}
const otherWords: Forge = (request, random) => ({
  ...request,
  body: Buffer.concat([request.body, Buffer.from(`&a=${random()}`)]),
})
const noBody: Forge = (request) => ({ ...request, body: Buffer.alloc(0) })

const tooOld =
  (channel: SignedChannel): Forge =>
  ({ body }, random, seconds) =>
    channel.sign(body, seconds + oneOf([-301, 301, -86_400, 86_400], random))

/** Meta's first question, by somebody who does not know the token. */
const wrongToken: Forge = (request, random) => {
  const query = { 'hub.mode': 'subscribe', 'hub.verify_token': `guess-${random()}`, 'hub.challenge': '1158201444' }
  return { ...request, method: 'GET', query, rawQuery: new URLSearchParams(query).toString(), body: Buffer.alloc(0) }
}

const forges = (channel: SignedChannel): readonly Forge[] => [
  forgedHeader,
  // Where a header alone opens, its body may be anything.
  ...(channel.signsBody === false ? [] : [changedByte, otherWords, noBody]),
  ...(channel.signsTime ? [tooOld(channel)] : []),
  ...('verifyToken' in channel.secrets ? [wrongToken] : []),
]

export interface ForgeryRun {
  readonly tried: number
  readonly answers: readonly Heard[]
  /** Calls to DynamoDB, SQS, Bedrock and providers, and everything that was kept. */
  readonly effects: number
  readonly secretsAsked: number
  readonly seconds: number
}

/** Requests of somebody who has seen a good one, one after the other within a minute. */
export const knockForged = async (channel: SignedChannel, count: number, seed = 7): Promise<ForgeryRun> => {
  const world = new ChannelWorld(seed)
  const random = seededRandom(seed)
  const started = world.seconds
  const answers: Heard[] = []
  for (let n = 0; n < count; n += 1) {
    const body = bodyOf(channel, [channel.event('Grüße, I want to talk to a human', `id-${n}`, world.seconds)])
    const forged = oneOf(forges(channel), random)(channel.sign(body, world.seconds), random, world.seconds)
    answers.push(...(await world.knocks(channel, forged)))
    await world.simulation.world.pass(60)
  }
  await world.simulation.world.pass(60_000)
  const { provided, delivered } = world.simulation.world.channel
  const effects = world.calls + world.kept() + provided.length + delivered.length
  return { tried: answers.length, answers, effects, secretsAsked: world.secretsAsked, seconds: world.seconds - started }
}
