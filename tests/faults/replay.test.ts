import { describe, expect, test } from 'vitest'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import type { LoggedConversation } from '#shared/report/conversation-log.ts'
import { turnsOf } from '#shared/report/turns-of.ts'
import { compareConversation, type Difference } from '#shared/report/what-if/compare.ts'
import { replayTurn } from '#shared/report/what-if/replay.ts'
import { ears } from '#tests/support/listen.ts'
import { testConfig, testDeployed } from '#tests/support/test-config.ts'
import { playTurns } from './replay/play-turns.ts'

const seeds = Array.from({ length: 6 }, (_, n) => n + 1)

test('a turn that is read back from the table is decided again as it was, by the same configuration', async () => {
  const { config, version } = testDeployed()
  const seen = { answered: 0, 'handed-off': 0, appended: 0, 'put-off': 0 }
  const triggers = new Set<string>()

  for (const seed of seeds)
    for (const conversation of await playTurns(seed))
      for (const turn of turnsOf(conversation)) {
        seen[turn.did] += 1
        expect(turn.configVersion).toBe(version)
        const { now } = await replayTurn(turn, { config, ears })
        if (turn.did === 'answered') expect({ turn, now }).toMatchObject({ now: { kind: 'answered' } })
        if (turn.did !== 'handed-off') continue
        const handoff = conversation.handoffs.find(({ id }) => id === turn.handoffId)
        const was = { kind: 'handed-off', fired: turn.fired, team: handoff?.team, rule: handoff?.rule }
        expect({ seed, turn, now }).toMatchObject({ now: was })
        triggers.add(turn.fired[0]?.trigger ?? '')
      }

  expect(seen.answered).toBeGreaterThan(25)
  expect(seen['handed-off']).toBeGreaterThan(25)
  expect(seen.appended).toBeGreaterThan(20)
  expect(triggers.size).toBeGreaterThan(4)
})

const base = testConfig()
const changed = (triggers: Partial<typeof base.triggers>, more: Partial<typeof base> = {}): DeployedConfig => ({
  ...testDeployed(),
  config: { ...base, ...more, triggers: { ...base.triggers, ...triggers } },
})
const others: readonly (readonly [string, DeployedConfig])[] = [
  ['frustration off', changed({ frustration: { ...base.triggers.frustration, enabled: false } })],
  ['frustration in shadow', changed({ frustration: { ...base.triggers.frustration, shadow: true } })],
  ['a high floor', changed({ 'low-confidence': { ...base.triggers['low-confidence'], floor: 0.95 } })],
  ['other routes', changed({}, { routing: [{ name: 'all', when: { kind: 'failure' as const }, team: 'billing' }] })],
  ['the second time is enough', changed({ 'repeated-question': { ...base.triggers['repeated-question'], times: 2 } })],
]

/** The first stretch of each thread's first conversation, by what customers wrote at the handoff. */
const firstHandoffs = (conversations: readonly LoggedConversation[]) =>
  new Map(
    conversations
      .filter(({ conversationId }) => conversationId.endsWith('.1'))
      .map((conversation) => {
        const turn = turnsOf(conversation).find(({ did }) => did === 'handed-off')
        const team = conversation.handoffs.find(({ id }) => id === turn?.handoffId)?.team
        return [conversation.threadId, turn && { messages: turn.messages, trigger: turn.fired[0]?.trigger, team }]
      }),
  )

const predicted = async (conversation: LoggedConversation, { config }: DeployedConfig): Promise<Difference> => {
  const replayed = []
  for (const turn of turnsOf(conversation)) {
    const handoff = conversation.handoffs.find(({ id }) => id === turn.handoffId)
    replayed.push({ turn, now: (await replayTurn(turn, { config, ears })).now, ...(handoff && { handoff }) })
  }
  const [first] = compareConversation(replayed)
  if (!first) throw new Error('a conversation has a turn')
  return first
}

describe('what would have been is what is, when the same customers write to the other configuration', () => {
  test.each(others)('%s', async (_, deployed) => {
    let [compared, different] = [0, 0]

    for (const seed of seeds.slice(0, 3)) {
      const truth = firstHandoffs(await playTurns(seed, deployed))
      for (const conversation of await playTurns(seed)) {
        if (!conversation.conversationId.endsWith('.1')) continue
        const { kind, after, open } = await predicted(conversation, deployed)
        // What no model was asked, nobody knows.
        if (open) continue
        const would = after && {
          messages: after.turn.messages,
          trigger: after.handoff.fired[0].trigger,
          team: after.handoff.team,
        }
        const was = truth.get(conversation.threadId)
        different += Number(kind !== 'same')
        // The log ends with the conversation; what would have come behind it is not in it.
        if (!would && kind !== 'same') continue
        compared += 1
        expect({ seed, kind, would }).toEqual({ seed, kind, would: was })
      }
    }

    expect(compared).toBeGreaterThan(5)
    expect(different).toBeGreaterThan(0)
  })
})
