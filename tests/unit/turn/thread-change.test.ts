import { expect, test } from 'vitest'
import { threadChange } from '#shared/turn/thread-change.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const { state } = waitingConversation({ startedAt: 1_000 })

test('a thread that was there is fenced by who had the word, the epoch and the last message', () => {
  expect(threadChange(state, { ...state, messages: 3 })).toMatchObject({
    patch: { expect: { status: 'waiting', epoch: 2, lastMessageAt: 1_001 } },
  })
})

test('only what changed is written, and what is gone is removed', () => {
  const { language, ...rest } = state
  const change = threadChange(state, { ...rest, messages: 3, attemptId: 'another' })

  expect(change).toMatchObject({ kind: 'thread-changed', patch: { set: { messages: 3 }, remove: ['language'] } })
  expect(change.kind === 'thread-changed' && Object.keys(change.patch.set)).toEqual(['messages'])
})

test('a thread that nobody wrote on is begun', () => {
  expect(threadChange(undefined, state)).toEqual({ kind: 'thread-begun', state })
})
