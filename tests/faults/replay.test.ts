import { describe, expect, test } from 'vitest'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { linesOfConversations } from '#shared/report/conversation-lines.ts'
import type { LoggedConversation } from '#shared/report/conversation-log.ts'
import { turnsOf } from '#shared/report/turns-of.ts'
import { compareConversation, type Difference } from '#shared/report/what-if/compare.ts'
import { replayTurn } from '#shared/report/what-if/replay.ts'
import { replayLog } from '#shared/report/what-if/replay-log.ts'
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

const week = 7 * 86_400_000

/** Counted from the messages and handoffs as they are stored, by whoever reads them one after the other. */
const countedByHand = async (conversations: readonly LoggedConversation[], { config }: DeployedConfig) => {
  const counts: Record<string, number> = {}
  for (const conversation of conversations) {
    const { threadId, conversationId, handoffs } = conversation
    const replayed = []
    for (const turn of turnsOf(conversation))
      replayed.push({ turn, now: (await replayTurn(turn, { config, ears })).now })
    for (const { before, after, open, endedAt } of compareConversation(replayed)) {
      const handoff = handoffs.find(({ id }) => id === before?.turn.handoffId)
      const wroteBack = conversations.some(
        (other) =>
          other.threadId === threadId &&
          other.conversationId !== conversationId &&
          (turnsOf(other)[0]?.at ?? 0) > endedAt &&
          (turnsOf(other)[0]?.at ?? 0) <= endedAt + week,
      )
      const toPerson = conversations.some(
        (other) =>
          other.threadId === threadId &&
          other.conversationId !== conversationId &&
          other.handoffs.some(({ openedAt }) => openedAt > endedAt && openedAt <= endedAt + week),
      )
      const answered = wroteBack ? (toPerson ? 'answered-back-to-a-person' : 'answered-back') : 'answered-quiet'
      const written = handoff?.firstReplyAt !== undefined ? 'handed-off-needed' : 'handed-off-unsettled'
      const now = after ? 'hands-off' : open ? 'unknown' : 'answers'
      const cell = `${handoff ? written : answered} ${now}`
      counts[cell] = (counts[cell] ?? 0) + 1
    }
  }
  return counts
}

/** Hands few off, so that some are left who were only answered. */
const off = { enabled: false }
const mild = changed({
  frustration: { ...base.triggers.frustration, ...off },
  cancellation: { ...base.triggers.cancellation, ...off },
  'low-confidence': { ...base.triggers['low-confidence'], ...off },
  'outside-knowledge': { ...base.triggers['outside-knowledge'], ...off },
  'repeated-question': { ...base.triggers['repeated-question'], ...off },
})

test('what came of the conversations is counted over the whole log as it is counted by hand', async () => {
  const seen = new Set<string>()

  for (const [logged, deployed] of [
    [testDeployed(), others[0]?.[1] ?? testDeployed()],
    [mild, testDeployed()],
  ] as const)
    for (const seed of seeds.slice(0, 3)) {
      const conversations = await playTurns(seed, logged)
      const read = async function* () {
        yield* conversations
      }
      const lines = linesOfConversations(read())
      const always = { from: 0, to: Number.POSITIVE_INFINITY, seenUntil: Number.POSITIVE_INFINITY }

      const { confusion, tally } = await replayLog(lines, { config: deployed.config, ears }, always)

      const cells = Object.entries(confusion).flatMap(([verdict, row]) =>
        Object.entries(row).flatMap(([decision, n]) => (n > 0 ? [[`${verdict} ${decision}`, n] as const] : [])),
      )
      expect(Object.fromEntries(cells)).toEqual(await countedByHand(conversations, deployed))
      expect(cells.reduce((sum, [, n]) => sum + n, 0)).toBe(tally.stretches)
      for (const [cell] of cells) seen.add(cell)
    }

  expect([...seen].toSorted()).toEqual([
    'answered-quiet answers',
    'answered-quiet hands-off',
    'handed-off-needed hands-off',
    'handed-off-needed unknown',
    'handed-off-unsettled hands-off',
  ])
})
