import { expect, test } from 'vitest'
import type { LogLine } from '#shared/report/log-lines.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import type { Difference } from '#shared/report/what-if/compare.ts'
import { replayLog } from '#shared/report/what-if/replay-log.ts'
import { ears } from '#tests/support/listen.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'
import { loggedTurn } from './turns.ts'

const always = { from: 0, to: Number.POSITIVE_INFINITY }
const config = testConfig()
const wantsOut = {
  ...config,
  triggers: { ...config.triggers, cancellation: { ...config.triggers.cancellation, enabled: false } },
}
const inShadow = {
  ...config,
  triggers: { ...config.triggers, cancellation: { ...config.triggers.cancellation, shadow: true } },
}
const passages = [{ title: 'Returns', url: 'https://help.example.com/returns', confidence: 0.9 }]
const signals = {
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: '',
  ownTopics: [],
}

const { handoff } = waitingConversation({ startedAt: 1 })
const cancels = (more: Partial<LoggedTurn> = {}): LoggedTurn =>
  loggedTurn(2_000, {
    conversationId: handoff.conversationId,
    messages: ['I want to cancel my subscription'],
    passages,
    model: { signals },
    did: 'handed-off',
    fired: handoff.fired,
    handoffId: handoff.id,
    ...more,
  })
const over = (outcome: string): LogLine => ({
  kind: 'conversation',
  record: { id: handoff.conversationId, threadId: 't', startedAt: 1, closedAt: 9_000, messages: 2, outcome },
})
const opened = (more: object = {}): LogLine => ({ kind: 'handoff', record: { ...handoff, ...more } })

async function* read(...lines: readonly LogLine[]): AsyncGenerator<LogLine> {
  yield* lines
}

const replay = async (other: typeof config, ...lines: readonly LogLine[]) => {
  const told: (readonly [Difference, string | undefined])[] = []
  const result = await replayLog(read(...lines), { config: other, ears }, always, {
    difference: (difference, outcome) => told.push([difference, outcome]),
  })
  return { ...result, told }
}

test('a handoff that is not made any more is gone, with how it ended, as the log told it last', async () => {
  const turn: LogLine = { kind: 'turn', record: cancels() }

  const { told, tally, turns } = await replay(wantsOut, turn, opened(), opened({ outcome: 'solved' }), over('unsolved'))

  expect(turns).toBe(1)
  expect(told).toMatchObject([[{ kind: 'gone', before: { handoff: { id: handoff.id } } }, 'solved']])
  expect(tally.outcomes).toEqual({ solved: { gone: 1 } })
})

test('a trigger in shadow hands nobody off, and is counted', async () => {
  const { shadow, tally } = await replay(inShadow, { kind: 'turn', record: cancels() }, opened(), over('solved'))

  expect(shadow).toEqual({ cancellation: 1 })
  expect(tally.kinds).toMatchObject({ gone: 1 })
})

test('a team is the one that it was routed to, wherever it was brought later', async () => {
  const { told } = await replay(
    config,
    { kind: 'turn', record: cancels() },
    opened({ team: 'elsewhere', earlierTeams: ['care'] }),
    over('solved'),
  )

  expect(told.map(([{ before }]) => before?.handoff?.team)).not.toContain('elsewhere')
})

test('a turn outside the period is not taken, and a conversation that is not over counts as open', async () => {
  const early: LogLine = { kind: 'turn', record: cancels({ at: 500, conversationId: 'other.1' }) }
  const late: LogLine = { kind: 'turn', record: cancels() }

  const result = await replayLog(read(early, late, opened()), { config: wantsOut, ears }, { from: 1_000, to: 3_000 })

  expect(result).toMatchObject({ turns: 1, conversations: 1 })
  expect(result.tally.outcomes).toEqual({ open: { gone: 1 } })
})
