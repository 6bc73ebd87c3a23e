import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { AssistantUnavailableError, type DraftFailure } from '#shared/assistant/errors.ts'
import { modelCircuit } from '#shared/assistant/model-circuit.ts'
import type { LogEvent } from '#shared/log/log.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => {
  const events: LogEvent[] = []
  const model: { failing: DraftFailure | undefined; calls: number } = { failing: undefined, calls: 0 }
  const ask = async () => {
    model.calls += 1
    if (model.failing) throw new AssistantUnavailableError(model.failing)
    return 'Hello'
  }
  const circuit = modelCircuit((event) => events.push(event))
  const outcome = (id = 'first') => circuit(ask, id).catch((error: AssistantUnavailableError) => error.reason)
  const outcomes = async (count: number) => {
    const all: string[] = []
    for (let n = 0; n < count; n += 1) all.push(await outcome())
    return all
  }
  const atOnce = (count: number) => Promise.all(Array.from({ length: count }, () => outcome()))
  return { model, outcome, outcomes, atOnce, events }
}

describe('a model that fails six times in a row', () => {
  test.each(['throttled', 'timed-out', 'failed'] as const)('as %s is not asked any more', async (failing) => {
    const { model, outcomes } = open()
    model.failing = failing

    expect(await outcomes(8)).toEqual([...Array.from({ length: 6 }, () => failing), 'paused', 'paused'])
    expect(model.calls).toBe(6)
  })

  test('in ten drafts at once is left alone as soon', async () => {
    const { model, outcomes, atOnce, events } = open()
    model.failing = 'timed-out'
    await atOnce(10)

    expect(events).toEqual([{ event: 'assistant.paused', model: 'first', failures: 6, seconds: 30 }])
    expect(await outcomes(10)).toEqual(Array.from({ length: 10 }, () => 'paused'))
  })

  test('says nothing of another model', async () => {
    const { model, outcome, outcomes } = open()
    model.failing = 'failed'
    await outcomes(7)
    model.failing = undefined

    expect([await outcome('first'), await outcome('second')]).toEqual(['paused', 'Hello'])
  })

  test('is asked again after half a minute, and stays when it answers', async () => {
    const { model, outcome, outcomes, events } = open()
    model.failing = 'failed'
    await outcomes(7)
    model.failing = undefined
    vi.advanceTimersByTime(30_000)

    expect(await outcome()).toBe('Hello')
    expect(events).toEqual([
      { event: 'assistant.paused', model: 'first', failures: 6, seconds: 30 },
      { event: 'assistant.resumed', model: 'first' },
    ])
  })

  test('is left alone again when the one try fails', async () => {
    const { model, outcomes } = open()
    model.failing = 'failed'
    await outcomes(7)
    vi.advanceTimersByTime(30_000)

    expect(await outcomes(3)).toEqual(['failed', 'paused', 'paused'])
    expect(model.calls).toBe(7)
  })

  test('is not asked before the half minute is over', async () => {
    const { model, outcome, outcomes } = open()
    model.failing = 'failed'
    await outcomes(6)
    model.failing = undefined
    vi.advanceTimersByTime(29_999)

    expect(await outcome()).toBe('paused')
  })
})

describe('a model is asked on', () => {
  test('when an answer comes between the failures', async () => {
    const { model, outcomes } = open()
    model.failing = 'failed'
    await outcomes(5)
    model.failing = undefined
    await outcomes(1)
    model.failing = 'failed'

    expect(await outcomes(6)).not.toContain('paused')
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
