import { expect, test } from 'vitest'
import { LogLineError } from '#shared/report/errors.ts'
import { type LogLine, readLogLine, readLogLines, timeOf, writeLogLine } from '#shared/report/log-lines.ts'
import type { LoggedTurn } from '#shared/report/logged-turn.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'

const startedAt = Date.UTC(2026, 8, 7, 9)
const { handoff } = waitingConversation({ startedAt })
const { threadId, conversationId } = handoff

const turn: LoggedTurn = {
  threadId,
  conversationId,
  at: startedAt + 1,
  configVersion: 'v1',
  channel: 'standard',
  language: 'en',
  customer: { tier: 'gold', value: 12, attributes: { plan: 'pro' } },
  messages: ['Do you\u2028engrave?'],
  earlier: ['Hello'],
  passages: [{ title: 'Samples', url: 'https://a.example/s', confidence: 0.2, sureness: 0.1, topic: 'orders' }],
  model: {
    signals: {
      answered: false,
      topic: 'engraving',
      wantsHuman: false,
      frustration: 0,
      distress: false,
      restatesEarlierQuestion: false,
      wish: 'Wants an engraving',
      ownTopics: [],
    },
  },
  unsayable: [{ trigger: 'a', kind: 'failure', evidence: { score: 1, threshold: 1 }, reason: 'r' }],
  tools: 'answered',
  did: 'handed-off',
  fired: [{ trigger: 'a', kind: 'topic', topic: 'a', evidence: { score: 1, threshold: 1, matched: 'x' }, reason: 'r' }],
  shadow: [],
  handoffId: handoff.id,
}
const lines: readonly LogLine[] = [
  { kind: 'turn', record: turn },
  { kind: 'handoff', record: handoff },
  {
    kind: 'conversation',
    record: { id: conversationId, threadId, startedAt, closedAt: startedAt + 9, messages: 3, outcome: 'solved' },
  },
]
const written = lines.map(writeLogLine)
const at = (text: string, number = 7) => ({ number, text })

test.each(lines)('a $kind is one line, and comes back whole', (line) => {
  const text = writeLogLine(line)

  expect(text.split('\n')).toEqual([expect.anything(), ''])
  expect(readLogLine(at(text))).toEqual(line)
})

test('what a later version adds is kept, at any depth', () => {
  const later = { kind: 'turn', record: { ...turn, mood: { of: 'day' }, fired: [{ ...turn.fired[0], later: 1 }] } }

  expect(readLogLine(at(JSON.stringify(later)))).toEqual(later)
})

test('each record has its time', () => {
  expect(lines.map(timeOf)).toEqual([startedAt + 1, handoff.openedAt, startedAt + 9])
})

test('lines are read one after the other, empty ones left out', async () => {
  const read: string[] = []
  const source = async function* () {
    for (const [index, text] of ['', ...written, ' '].entries()) yield at(text, index + 1)
  }

  for await (const { kind } of readLogLines(source())) read.push(kind)

  expect(read).toEqual(['turn', 'handoff', 'conversation'])
})

const without = (line: LogLine, field: string) => {
  const { [field]: _, ...record } = line.record as unknown as Record<string, unknown>
  return JSON.stringify({ kind: line.kind, record })
}

test.each([
  ['no JSON', '{"kind":', 'line 7: is not JSON'],
  ['no object', '17', 'line 7: kind: must be one of "turn", "handoff", "conversation"'],
  ['an unknown kind', '{"kind":"agent","record":{}}', 'line 7: kind: must be one of'],
  ['a kind that every object has', '{"kind":"toString","record":{}}', 'line 7: kind: must be one of'],
  ['no record', '{"kind":"turn"}', 'line 7: record: must be object'],
  ['a time of no number', JSON.stringify({ kind: 'turn', record: { ...turn, at: 'now' } }), 'line 7: record.at: '],
  ['a status that there is not', JSON.stringify({ kind: 'handoff', record: { ...handoff, status: 'lost' } }), 'status'],
  ['nothing that fired', JSON.stringify({ kind: 'handoff', record: { ...handoff, fired: [] } }), 'record.fired: '],
])('a line with %s is refused by its number', (_, text, problem) => {
  expect(() => readLogLine(at(text))).toThrow(LogLineError)
  expect(() => readLogLine(at(text))).toThrow(problem)
})

const needed = (line: LogLine, fields: readonly string[]) => fields.map((field) => [line.kind, field, line] as const)

test.each([
  ...needed(lines[0] as LogLine, [
    'threadId',
    'conversationId',
    'configVersion',
    'messages',
    'earlier',
    'did',
    'fired',
  ]),
  ...needed(lines[1] as LogLine, ['id', 'startedAt', 'openedAt', 'team', 'kind', 'trigger', 'brief', 'claims']),
  ...needed(lines[2] as LogLine, ['id', 'startedAt', 'closedAt', 'outcome']),
])('a %s without its %s is refused', (_, field, line) => {
  expect(() => readLogLine(at(without(line, field)))).toThrow(`line 7: record.${field}: `)
})

test('a refusal never repeats the words of a customer', () => {
  const secret = JSON.stringify({ kind: 'turn', record: { ...turn, messages: [{ text: 'canary-71' }] } })

  expect(() => readLogLine(at(secret))).toThrow(/^(?!.*canary-71)/)
  expect(() => readLogLine(at('canary-71'))).toThrow(/^line 7: is not JSON$/)
})
