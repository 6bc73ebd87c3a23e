import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimedHandoff } from '#infra/local/demo/agent.ts'
import { playableChannels } from '#infra/local/providers/provider-list.ts'
import type { ChannelName } from '#shared/config/config.ts'
import { ChannelJourney, type SeenMessage } from '#tests/support/channel-journey.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'

/** What differs. */
interface Particular {
  /** Of one message, in UTF-16 units; longer ones come in parts. */
  readonly longest?: number
  /** Where a taken message is not recognised as such, it comes once more. @default once */
  readonly unheardComes?: 'twice'
  /** Where the provider says for how long it is busy. @default true */
  readonly saysUntilWhen?: false
  /** A choice is told by the value that the company gave it. @default by its title */
  readonly choice?: 'value'
  /** What the agent reads of a refusal. */
  readonly refusal: RegExp
}

const particulars: Readonly<Partial<Record<ChannelName, Particular>>> = {
  standard: { refusal: /^callback answered 410$/ },
  slack: { longest: 4_000, refusal: /^Slack answered is_archived$/ },
  telegram: { longest: 4_096, unheardComes: 'twice', refusal: /^the customer has blocked the bot$/ },
  twilio: { longest: 1_600, refusal: /: the customer has opted out$/ },
  whatsapp: { longest: 4_096, refusal: /: the customer cannot be reached on WhatsApp$/ },
  messenger: { longest: 2_000, unheardComes: 'twice', refusal: /: the customer cannot be written to at present$/ },
  instagram: { longest: 1_000, unheardComes: 'twice', refusal: /: the customer cannot be written to at present$/ },
  line: { longest: 5_000, saysUntilWhen: false, choice: 'value', refusal: /^LINE answered 400$/ },
}
const busySeconds = 3
/** As much of one as tells what it is. */
const picture = Buffer.from('89504e470d0a1a0a', 'hex')
const sentence = (n: number): string => `Sentence ${n} of what the agent has to say about the lamp.`
const longText = Array.from({ length: 140 }, (_, n) => sentence(n)).join(' ')
const withoutSpace = (text: string): string => text.replaceAll(/\s/g, '')

let journey: Journey
let all: ReadonlyMap<ChannelName, ChannelJourney>
let talks: ReadonlyMap<ChannelName, PromiseSettledResult<readonly SeenMessage[]>>

/** Until somebody has taken the conversation. */
const begin = async (one: ChannelJourney): Promise<void> => {
  await one.says('How many days do I have to return a lamp?')
  await one.hears(0)
  await one.says('I want to talk to a human')
  await one.hears(1)
}

/** The line gives whoever waits longest: each is handed to the journey that it belongs to. */
const claimFor = async (begun: readonly ChannelJourney[]): Promise<void> => {
  for (const _ of begun) {
    const claimed: ClaimedHandoff = JSON.parse((await journey.claims('care-1', 'care')).text)
    await begun.find((one) => one.isThatOf(claimed))?.isClaimed(claimed)
  }
}

/** All that an agent and a customer write to each other, the provider in every mood. */
const talk = async (one: ChannelJourney): Promise<readonly SeenMessage[]> => {
  one.provider.expectMoods([{ kind: 'busy', retryAfterSeconds: busySeconds }, { kind: 'fails' }])
  await one.agentWrites('first-reply')
  await one.agentWrites('second-reply')
  await one.hears(2, ({ text }) => text === 'second-reply')
  await one.agentWrites(longText)
  await one.hears(4, ({ text }) => text.endsWith(sentence(139)))
  one.provider.expectMoods([{ kind: 'unheard' }])
  await one.agentWrites('third-reply')
  await one.sees('third-reply', ({ delivery }) => delivery !== 'pending')
  const file = { name: 'lamp.png', contentType: 'image/png', bytes: picture }
  await one.says({ kind: 'picture', file, caption: 'this-is-the-lamp' })
  await one.says({ kind: 'choice', title: 'chosen-title', value: 'chosen-value' })
  await one.sees('chosen-')
  one.provider.expectMoods([{ kind: 'refuses' }])
  await one.agentWrites('fourth-reply')
  await one.sees('fourth-reply', ({ delivery }) => delivery === 'failed')
  await one.agentWrites('fifth-reply')
  await one.sees('fifth-reply', ({ delivery }) => delivery !== 'pending')
  const { messages } = await one.record()
  await one.resolves()
  return messages
}

beforeAll(async () => {
  journey = await startJourney({ channels: playableChannels })
  all = new Map([...journey.cloud.providers].map(([name, provider]) => [name, new ChannelJourney(journey, provider)]))
  const begun = await Promise.allSettled([...all.values()].map(begin))
  await claimFor([...all.values()].filter((_, index) => begun[index]?.status === 'fulfilled'))
  // Where nothing began, that is the reason, and the other channels go on.
  const talked = [...all.values()].map((one, index) =>
    begun[index]?.status === 'fulfilled' ? talk(one) : Promise.reject(begun[index]?.reason),
  )
  const settled = await Promise.allSettled(talked)
  talks = new Map(playableChannels.flatMap((name, index) => (settled[index] ? [[name, settled[index]]] : [])))
}, 120_000)
afterAll(() => journey?.cloud.close())

test('every channel that can be played has its row', () => {
  expect(Object.keys(particulars).toSorted()).toEqual([...playableChannels].toSorted())
})

describe.each(playableChannels)('given a customer on %s', (channel) => {
  const { longest, unheardComes, saysUntilWhen, choice, refusal } = particulars[channel] as Particular
  const one = (): ChannelJourney => all.get(channel) as ChannelJourney
  const transcript = (): readonly SeenMessage[] => {
    const talked = talks.get(channel)
    if (talked?.status !== 'fulfilled') throw talked?.reason
    return talked.value
  }
  const seen = (mark: string) => transcript().filter(({ text }) => text.includes(mark))
  const heard = () =>
    one()
      .heard()
      .map(({ text }) => text)

  test('when the webhook is entered, then its first question is answered', async () => {
    expect(await one().provider.shakesHands()).toBe(true)
  })

  test('when they ask, then the assistant answers, and when they ask for a person, they are told who comes', () => {
    expect(heard()[0]).toContain('60 days')
    expect(heard()[1]).toContain('Customer Care')
  })

  test('when an agent takes it, then they read who writes, whether or not the channel tells it', () => {
    const names = transcript().flatMap(({ author }) => (author.kind === 'customer' ? [author.name] : []))

    // A text message names nobody, and there is nobody to ask.
    expect(new Set(names)).toEqual(new Set([channel === 'twilio' ? undefined : 'Ada']))
  })

  test('when the provider is busy, then nothing is sent before it said so, then once, and in order', () => {
    const [first, second, third, ...others] = one().triesOf('first-reply')
    const waited = (second?.at ?? 0) - (first?.at ?? 0)

    expect(heard().slice(2, 4)).toEqual(['first-reply', 'second-reply'])
    expect(waited).toBeGreaterThanOrEqual(saysUntilWhen === false ? 1 : busySeconds * 1_000)
    expect(third?.at).toBeGreaterThan(second?.at ?? 0)
    expect(others).toEqual([])
  })

  test('when the agent writes at length, then it comes in parts of the channel’s length, whole and in order', () => {
    const parts = heard().slice(4, heard().indexOf('third-reply'))

    expect(withoutSpace(parts.join(''))).toBe(withoutSpace(longText))
    expect(parts.length > 1).toBe(longest !== undefined)
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(longest ?? longText.length)
  })

  test('when the provider’s answer is lost, then the message is not, and comes once where the provider knows it again', () => {
    expect(heard().filter((text) => text === 'third-reply')).toHaveLength(unheardComes === 'twice' ? 2 : 1)
  })

  test('when they send a picture and tap a choice, then the agent sees both', () => {
    const pictures = transcript().filter(({ attachments }) => attachments?.length === 1)

    expect(pictures).toHaveLength(1)
    expect(seen('this-is-the-lamp')).toHaveLength(1)
    expect(seen('chosen-').map(({ text }) => text)).toEqual([choice === 'value' ? 'chosen-value' : 'chosen-title'])
  })

  test('when they send a picture, then a copy is kept, and the agent opens the same bytes', async () => {
    const [sent] = transcript().flatMap(({ attachments = [] }) => attachments)
    const link = sent?.link

    // What a company sends along itself stays with the company.
    expect(sent?.kept).toEqual(channel === 'standard' ? undefined : { contentType: 'image/png', size: picture.length })
    if (link !== undefined) expect(await one().opens(link)).toEqual(picture)
    expect(link === undefined).toBe(channel === 'standard')
  })

  test('when the provider refuses for good, then the agent reads why, nothing is tried again, and the next one goes', () => {
    expect(seen('fourth-reply')).toMatchObject([{ delivery: 'failed', deliveryCause: expect.stringMatching(refusal) }])
    expect(one().triesOf('fourth-reply')).toHaveLength(1)
    expect(heard().slice(-1)).toEqual(['fifth-reply'])
    expect(heard()).not.toContain('fourth-reply')
  })

  test('when the agent resolves, then the conversation is closed, and each side has all of it once', async () => {
    const { status, messages } = await one().record()

    expect(status).toBe('closed')
    expect(messages.filter(({ delivery }) => delivery === 'pending')).toEqual([])
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length)
  })
})

test('nothing that a function called was denied to its role', () => {
  expect(journey.cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
})
