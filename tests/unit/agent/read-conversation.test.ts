import { expect, test } from 'vitest'
import { memoryApi } from './memory-api.ts'

const api = async () => {
  const desk = memoryApi()
  const { state, messages } = await desk.waits()
  const read = (query: Record<string, string> = {}) =>
    desk.call({ route: 'GET /conversations/{id}', path: { id: state.conversationId }, query })
  return { read, first: messages[0]?.at ?? 0 }
}
const timeOf = (ms: number) => new Date(ms).toISOString()

test('a whole thread comes with its receipt', async () => {
  const { read } = await api()

  const { body } = await read()

  expect(body.messages.length).toBeGreaterThan(0)
  expect(body.handoffs[0].brief.receipt.messages).toBe(body.messages.length)
})

test('whoever has it asks for what came since, and is promised nothing about the rest', async () => {
  const { read, first } = await api()

  const since = await read({ from: timeOf(first) })
  const later = await read({ from: timeOf(first + 3_600_000) })

  expect(since.body.messages.length).toBeGreaterThan(0)
  expect(later.body.messages).toEqual([])
  expect(later.body.handoffs[0].brief).not.toHaveProperty('receipt')
  expect(later.body.handoffs[0].status).toBe('waiting')
})

test.each(['yesterday', '2026-11-31', '1795428000000'])('a time written as %s is explained', async (from) => {
  const { read } = await api()

  const { status, body } = await read({ from })

  expect(status).toBe(400)
  expect(body.detail).toMatch(/^query: from: /)
})
