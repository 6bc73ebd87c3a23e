import { expect, test } from 'vitest'
import type { Change } from '#shared/handoff/change.ts'
import { waitingConversation } from '#tests/support/waiting-conversation.ts'
import { memoryApi } from './memory-api.ts'

/** What one invocation may answer with. */
const lambdaAnswerBytes = 6 * 1024 * 1024

const withLetters = async (text: string, count: number) => {
  const api = memoryApi()
  const { state, messages } = await api.waits()
  const [first] = messages
  if (!first) throw new Error('a conversation begins with a message')
  const letters = Array.from({ length: count }, (_, n) => ({
    ...first,
    id: `letter-${n}`,
    at: first.at + 10 + n,
    text,
  }))
  const patch = { expect: {}, set: { messages: state.messages + count } }
  await api.transactions.commit('letters', [
    ...letters.map((message): Change => ({ kind: 'message-added', message })),
    { kind: 'thread-changed', threadId: state.threadId, patch },
  ])
  const claimed = await api.call({
    route: 'POST /teams/{team}/claim',
    path: { team: 'care' },
    body: { claimId: 'c-1' },
  })
  const read = await api.call({ route: 'GET /conversations/{id}', path: { id: state.conversationId } })
  return { claimed, read, ids: [...messages, ...letters].map(({ id }) => id) }
}

test.each([
  ['plain', 'x'.repeat(300 * 1024)],
  ['escaped', '\u0001'.repeat(300 * 1024)],
])(
  'a conversation of 30 letters of full length (%s) can be claimed and read: each message, long ones cut',
  async (_, text) => {
    const { claimed, read, ids } = await withLetters(text, 30)

    for (const { status, text: answer } of [claimed, read]) {
      expect(status).toBe(200)
      expect(Buffer.byteLength(answer)).toBeLessThan(lambdaAnswerBytes)
    }
    expect(claimed.body.transcript.map(({ id }: { id: string }) => id)).toEqual(ids)
    expect(claimed.body.handoff.brief.receipt.messageIds).toEqual(ids)
    expect(claimed.body.transcript.at(-1)).toMatchObject({ cutFrom: text.length })
    expect(text.startsWith(claimed.body.transcript.at(-1).text)).toBe(true)
    expect(claimed.body.transcript[0]).not.toHaveProperty('cutFrom')
  },
)

test('what fits is answered whole', async () => {
  const { claimed } = await withLetters('x'.repeat(300 * 1024), 3)

  expect(claimed.body.transcript.at(-1).text).toHaveLength(300 * 1024)
  expect(claimed.text).not.toContain('cutFrom')
})

test('a page of the log holds as many handoffs as fit, and the next one goes on behind them', async () => {
  const api = memoryApi()
  const brief = { tried: [{ action: 'answered' as const, title: 'x'.repeat(150_000), at: 1 }] }
  const ids: string[] = []
  for (let n = 0; n < 60; n += 1) {
    const { handoff } = waitingConversation({
      key: `long-${n}`,
      startedAt: api.clock() - 60_000 + n,
      openedAt: api.clock() - 50_000 + n,
    })
    ids.push(handoff.id)
    const long = { ...handoff, brief: { ...handoff.brief, ...brief } }
    await api.transactions.commit(`long-${n}`, [{ kind: 'handoff-opened', handoff: long }])
  }

  const found: string[] = []
  let after: string | undefined
  do {
    const query = { limit: '500', ...(after !== undefined && { after }) }
    const { text, body } = await api.call({ route: 'GET /handoffs', query })
    expect(Buffer.byteLength(text)).toBeLessThan(lambdaAnswerBytes)
    found.push(...body.handoffs.map(({ id }: { id: string }) => id))
    after = body.next
  } while (after !== undefined)

  expect(found).toEqual(ids)
})
