import type { FakeProvider } from '../providers/fake-provider.ts'
import { type Mood, moodKinds, type Person, type Said } from '../providers/provider.ts'
import type { LocalCloud } from './cloud.ts'
import { Refusal } from './refusal.ts'

/** What is asked of a provider that this machine plays. */
interface Asked {
  readonly channel?: unknown
  /** A name for the thread; the provider calls it something else. */
  readonly conversation?: unknown
  readonly sender?: unknown
  readonly name?: unknown
  readonly text?: unknown
  readonly choice?: unknown
  readonly picture?: unknown
  readonly next?: unknown
}

type Providers = LocalCloud['providers']

const parsed = (text: string): Asked => {
  try {
    return Object(JSON.parse(text || '{}'))
  } catch {
    throw new Refusal(400, 'the body is not JSON')
  }
}

const providerOf = (providers: Providers, channel: unknown): FakeProvider => {
  const found = [...providers.values()].find((one) => one.channel === channel)
  if (found) return found
  const played = [...providers.keys()].join(', ') || 'none'
  throw new Refusal(404, `channel "${channel}" is not played here (${played}): npm start -- --channel ${channel}`)
}

const wordOf = (value: unknown, usual: string): string => (typeof value === 'string' && value !== '' ? value : usual)

const saidIn = ({ text, choice, picture }: Asked): Said => {
  const words = typeof text === 'string' && text !== '' ? text : undefined
  if (typeof picture === 'object' && picture !== null) {
    const { name, contentType, base64 } = picture as Readonly<Record<string, unknown>>
    const bytes = Buffer.from(String(base64), 'base64')
    const file = { name: wordOf(name, 'picture.png'), contentType: wordOf(contentType, 'image/png'), bytes }
    return { kind: 'picture', file, ...(words !== undefined && { caption: words }) }
  }
  if (typeof choice === 'string' && choice !== '') return { kind: 'choice', title: choice, value: choice }
  if (words === undefined) throw new Refusal(400, 'nothing is said: give a text, a choice, or a picture as base64')
  return { kind: 'text', text: words }
}

/** A customer of a played channel writes; `thread` is what the replies are found by. */
export const sayThere = async (providers: Providers, body: string) => {
  const asked = parsed(body)
  const provider = providerOf(providers, asked.channel)
  const id = wordOf(asked.sender, 'u-say')
  const person: Person = { id, name: wordOf(asked.name, id), thread: wordOf(asked.conversation, 'say') }
  const acknowledged = await provider.says(person, saidIn(asked))
  return { status: acknowledged?.status ?? null, thread: provider.placeOf(person).key }
}

const isMood = (value: unknown): value is Mood => {
  const { kind, retryAfterSeconds } = Object(value)
  return moodKinds.includes(kind) && (kind !== 'busy' || Number.isInteger(retryAfterSeconds))
}

/** How a played provider answers the next messages to a customer, one after the other. */
export const setProviderMoods = (providers: Providers, body: string) => {
  const { channel, next } = parsed(body)
  const moods = Array.isArray(next) ? next : [next]
  if (!moods.every(isMood)) {
    throw new Refusal(
      400,
      `next is not allowed: must be objects with a kind of ${moodKinds.join(', ')}; busy has retryAfterSeconds`,
    )
  }
  providerOf(providers, channel).expectMoods(moods)
  return { channel, next: moods }
}
