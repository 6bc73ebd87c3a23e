import { expect, test } from 'vitest'
import { type DaySpending, dayBudget } from '#shared/assistant/day-budget.ts'
import { AssistantUnavailableError } from '#shared/assistant/errors.ts'
import { noUsage } from '#shared/assistant/usage.ts'
import { metSenders } from '#shared/turn/met-senders.ts'
import { takeTurn } from '#shared/turn/take-turn.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { inbound, threadOf } from '#tests/support/inbound.ts'
import { ears } from '#tests/support/listen.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const question = 'How do I return a lamp?'

const open = (spent: DaySpending = { calls: 0, tokens: 0 }) => {
  const deployed = testDeployed()
  const desk = openCustomerDesk(deployed)
  const counted: DaySpending[] = []
  const counter = {
    add: async (_day: string, more: DaySpending) => {
      counted.push(more)
      return counted.reduce(
        (sum, { calls, tokens }) => ({ calls: sum.calls + calls, tokens: sum.tokens + tokens }),
        spent,
      )
    },
  }
  const budget = dayBudget({ callsPerDay: 2, timeZone: 'UTC' }, counter, () => undefined)
  const { ports, assistant, knowledge } = desk
  const says = async (key: string, text = question) => {
    ports.clock.advance(1_000)
    const messages = [inbound({ key, text, receivedAt: ports.clock() })]
    const all = { ...ports, assistant, knowledge, ears, met: metSenders(), dayBudget: budget }
    await takeTurn(all, deployed, { threadId: threadOf(key), messages, thirdTry: false })
  }
  const handedOff = () => ports.events.flatMap((event) => (event.event === 'turn.handed-off' ? [event.trigger] : []))
  return { ...desk, says, handedOff, counted, calls: () => assistant.asked.length }
}

test('while something is left the model answers, and what it took is counted', async () => {
  const desk = open()
  desk.assistant.answer({ ...draftOf('Yes.'), usage: { ...noUsage, inputTokens: 900, outputTokens: 80 } })

  await desk.says('a')

  expect(desk.counted).toEqual([
    { calls: 0, tokens: 0 },
    { calls: 1, tokens: 980 },
  ])
  expect(desk.handedOff()).toEqual([])
})

test('a draft that failed is counted as well', async () => {
  const desk = open()
  desk.assistant.answer(() => {
    throw new AssistantUnavailableError('malformed', { spent: { calls: 2, usage: { ...noUsage, outputTokens: 70 } } })
  })

  await desk.says('a')

  expect(desk.counted.at(-1)).toEqual({ calls: 2, tokens: 70 })
})

test('beyond it a person gets what would need a model, and no model is called', async () => {
  const desk = open()

  for (const key of ['a', 'b', 'c', 'd']) await desk.says(key)

  expect(desk.calls()).toBe(2)
  expect(desk.handedOff()).toEqual(['assistant-unavailable', 'assistant-unavailable'])
  const messages = await desk.ports.threads.readNewest(threadOf('c'), 1)
  expect(messages.state).toMatchObject({ status: 'waiting' })
})

test('beyond it what the words alone decide goes on as before', async () => {
  const desk = open({ calls: 5, tokens: 0 })

  await desk.says('a', humanPlease)
  await desk.says('b', 'I was charged twice on my card')

  expect(desk.calls()).toBe(0)
  expect(desk.handedOff()).toEqual(['asked-for-human', 'billing-dispute'])
})
