import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Assistant, Draft } from '#shared/assistant/assistant.ts'
import { circuitAssistant } from '#shared/assistant/circuit-assistant.ts'
import { AssistantUnavailableError, type DraftFailure } from '#shared/assistant/errors.ts'
import type { LogEvent } from '#shared/log/log.ts'

const request = { threadId: 't', language: 'en', history: [], messages: ['Hello'], passages: [] }
const draft = { reply: 'Hello' } as Draft

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => {
  const events: LogEvent[] = []
  const model: { failing: DraftFailure | undefined; calls: number } = { failing: undefined, calls: 0 }
  const inner: Assistant = {
    draft: async () => {
      model.calls += 1
      if (model.failing) throw new AssistantUnavailableError(model.failing)
      return draft
    },
  }
  const assistant = circuitAssistant(inner, (event) => events.push(event))
  const outcome = () =>
    assistant.draft(request).then(
      ({ reply }) => reply,
      (error: AssistantUnavailableError) => error.reason,
    )
  const outcomes = async (count: number) => {
    const all: string[] = []
    for (let n = 0; n < count; n += 1) all.push(await outcome())
    return all
  }
  return { model, outcome, outcomes, events }
}

describe('a model that fails three times in a row', () => {
  test.each(['throttled', 'timed-out', 'failed'] as const)('as %s is not asked any more', async (failing) => {
    const { model, outcomes } = open()
    model.failing = failing

    expect(await outcomes(5)).toEqual([failing, failing, failing, 'paused', 'paused'])
    expect(model.calls).toBe(3)
  })

  test('is asked again after half a minute, and stays when it answers', async () => {
    const { model, outcome, outcomes, events } = open()
    model.failing = 'failed'
    await outcomes(4)
    model.failing = undefined
    vi.advanceTimersByTime(30_000)

    expect(await outcome()).toBe('Hello')
    expect(events).toEqual([{ event: 'assistant.paused', failures: 3, seconds: 30 }, { event: 'assistant.resumed' }])
  })

  test('is left alone again when the one try fails', async () => {
    const { model, outcomes } = open()
    model.failing = 'failed'
    await outcomes(4)
    vi.advanceTimersByTime(30_000)

    expect(await outcomes(3)).toEqual(['failed', 'paused', 'paused'])
    expect(model.calls).toBe(4)
  })

  test('is not asked before the half minute is over', async () => {
    const { model, outcome, outcomes } = open()
    model.failing = 'failed'
    await outcomes(3)
    model.failing = undefined
    vi.advanceTimersByTime(29_999)

    expect(await outcome()).toBe('paused')
  })
})

describe('a model is asked on', () => {
  test('when an answer comes between the failures', async () => {
    const { model, outcomes } = open()
    model.failing = 'failed'
    await outcomes(2)
    model.failing = undefined
    await outcomes(1)
    model.failing = 'failed'

    expect(await outcomes(3)).toEqual(['failed', 'failed', 'failed'])
  })

  test.each(['malformed', 'refused'] as const)(
    'however often it is %s: a message may have done that',
    async (failing) => {
      const { model, outcomes } = open()
      model.failing = failing

      expect(await outcomes(9)).toEqual(Array.from({ length: 9 }, () => failing))
      expect(model.calls).toBe(9)
    },
  )
})
