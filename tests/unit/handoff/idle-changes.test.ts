import { expect, test } from 'vitest'
import { idleChanges } from '#shared/handoff/end-idle.ts'
import { testConfig } from '#tests/support/test-config.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const config = testConfig()

test('a closed conversation whose timer was left behind loses it, and nothing else', () => {
  const { state } = waitingConversation({ startedAt: 1 })
  const { team, handoffId, ...facts } = state

  expect(idleChanges({ ...facts, status: 'closed', timerAt: 2 }, undefined, config, 3)).toMatchObject([
    { kind: 'thread-changed', patch: { set: {}, remove: ['timerAt'] } },
  ])
})
