import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ClaimedHandoff } from '#infra/local/demo/agent.ts'
import type { ChannelName } from '#shared/config/config.ts'
import { ChannelJourney } from '#tests/support/channel-journey.ts'
import { type Journey, startJourney } from '#tests/support/journey.ts'

const channels = ['whatsapp', 'twilio', 'messenger', 'instagram'] as const
const lateMs = 25 * 3_600_000
const humanPlease = 'I want to talk to a human'

let journey: Journey
beforeAll(async () => {
  journey = await startJourney({ channels })
})
afterAll(() => journey?.cloud.close())

const customerOn = (channel: ChannelName, thread: string): ChannelJourney => {
  const provider = journey.cloud.providers.get(channel)
  if (!provider) throw new Error(`channel ${channel} is not played`)
  return new ChannelJourney(journey, provider, thread)
}
const isClaimed = async (one: ChannelJourney): Promise<void> => {
  const { text } = await journey.agent('care-1', 'POST', '/teams/care/claim?wait=10', { claimId: randomUUID() })
  const claimed: ClaimedHandoff = JSON.parse(text)
  if (!one.isThatOf(claimed)) throw new Error('somebody else waited')
  await one.isClaimed(claimed)
}
const settled = ({ delivery }: { readonly delivery?: string }) => delivery === 'read' || delivery === 'failed'
const timesSent = (one: ChannelJourney, mark: string) => one.triesOf(mark).length

describe.each([
  ['whatsapp', 'whatsapp', 'read'],
  ['twilio', 'whatsapp', 'read'],
  ['twilio', 'sms', 'delivered'],
] as const)('given a customer on %s, by %s', (channel, way, stage) => {
  test('when they read what the agent writes, then the agent sees that they did, as far as it is told', async () => {
    const [one, words] = [customerOn(channel, `${way}-receipts`), `hello-by-${way}`]
    await one.says(humanPlease)
    await one.hears(0)
    await isClaimed(one)
    await one.agentWrites(words)

    const seen = await one.sees(words, ({ delivery }) => delivery === stage)
    await one.resolves()

    expect(seen.deliveryCause).toBeUndefined()
    expect(timesSent(one, words)).toBe(1)
  })
})

describe('given a customer who was silent for 24 hours before the agent writes', () => {
  const agentWritesLate = async (channel: ChannelName, thread = 'whatsapp-late') => {
    const one = customerOn(channel, thread)
    await one.said(humanPlease, Date.now() - lateMs)
    await isClaimed(one)
    await one.agentWrites('your-lamp-is-here')
    return one
  }

  test('when WhatsApp says so afterwards, then the text goes out as the template, once', async () => {
    const one = await agentWritesLate('whatsapp')

    const seen = await one.sees('your-lamp-is-here', settled)
    await one.resolves()

    expect(seen.delivery).toBe('read')
    expect(one.heard().map(({ text }) => text)).toEqual([
      expect.stringMatching(/^We have news for you: .*Customer Care.* Write to us\.$/),
      'We have news for you: your-lamp-is-here Write to us.',
    ])
    expect(one.triesOf('your-lamp-is-here')).toHaveLength(2)
  })

  test('when there is no template, then the agent reads why it failed', async () => {
    const one = await agentWritesLate('twilio')

    const seen = await one.sees('your-lamp-is-here', settled)
    await one.resolves()

    expect(seen).toMatchObject({ delivery: 'failed', deliveryCause: expect.stringContaining('63016') })
    expect(one.heard()).toEqual([])
    expect(timesSent(one, 'your-lamp-is-here')).toBe(1)
  })

  test.each(['messenger', 'instagram'] as const)(
    'when it is on %s, then a person’s words arrive as such, and a program’s do not',
    async (channel) => {
      const one = await agentWritesLate(channel)

      await one.hears(0)
      const notice = (await one.record()).messages.find(({ author }) => author.kind === 'system')
      await one.resolves()

      const tagged = one.triesOf('HUMAN_AGENT').length
      expect(one.heard().map(({ text }) => text)).toEqual(['your-lamp-is-here'])
      expect(notice).toMatchObject({ delivery: 'failed' })
      expect(tagged).toBe(1)
    },
  )
})

test('nothing that a function called was denied to its role', () => {
  expect(journey.cloud.calls().filter(({ denied }) => denied > 0)).toEqual([])
})
