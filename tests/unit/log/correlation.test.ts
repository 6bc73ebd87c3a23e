import { describe, expect, test } from 'vitest'
import { correlationsOf, follow, followed, following } from '#shared/log/correlation.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { handoffIdOf } from '#shared/thread/ids.ts'

const threadId = '0123456789abcdef01234567'
const other = 'ffffffffffffffffffffffff'
const handoffId = handoffIdOf({ threadId, openedAt: 1_795_428_000_000, n: 2 })
const failed: LogEvent = { event: 'request.failed', operation: 'claim.alarm', cause: 'TimeoutError' }

describe('an event is about', () => {
  test.each<[string, LogEvent]>([
    ['the thread that it names', { event: 'turn.repeated', threadId, messages: 1 }],
    ['the thread of the handoff that it names', { event: 'line.orphan-dropped', team: 'care', handoffId }],
  ])('%s, whatever the work around it is about', (_, event) => {
    expect(correlationsOf(event)).toEqual([threadId])
    expect(following([other], () => correlationsOf(event))).toEqual([threadId])
  })

  test('what the work is about that it happens in, when it names nothing itself', async () => {
    const [later, at] = following([threadId], () => [Promise.resolve().then(() => correlationsOf(failed)), followed()])

    expect(await later).toEqual([threadId])
    expect(at).toEqual([threadId])
    expect(correlationsOf(failed)).toEqual([])
  })
})

test('two works side by side are about their own', async () => {
  const both = [threadId, other].map((id) =>
    following([id], async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return correlationsOf(failed)
    }),
  )

  expect(await Promise.all(both)).toEqual([[threadId], [other]])
})

test('work that finds out what it is about says so, and takes it back', () => {
  following([], () => {
    expect(correlationsOf(failed)).toEqual([])
    follow(handoffId)
    expect(correlationsOf(failed)).toEqual([threadId])
    follow()
    expect(correlationsOf(failed)).toEqual([])
  })
})

test('where nobody follows, saying so does nothing', () => {
  follow(threadId)

  expect(followed()).toEqual([])
})

describe('an id that is none of a thread', () => {
  test.each(['whatsapp:15551234567', '15551234567', 'cust-17', `${threadId}0`, `x${threadId}`, ''])(
    '%o is no correlation id, so that nothing a customer is called by becomes one',
    (id) => {
      expect(following([id], followed)).toEqual([])
    },
  )
})

test('of many threads each is named once, and not without end', () => {
  const many = Array.from({ length: 30 }, (_, n) => n.toString(16).padStart(24, '0'))

  expect(following([threadId, `${threadId}.3`, handoffId], followed)).toEqual([threadId])
  expect(following(many, followed)).toEqual(many.slice(0, 20))
})
