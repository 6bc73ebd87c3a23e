import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { receiveMessage } from '#shared/channel/receive-message.ts'
import { standardWebhooks } from '#shared/channel/standard/standard-webhooks.ts'
import { resolve } from '#shared/handoff/resolve.ts'
import { sweep } from '#shared/handoff/sweep.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { handleGroups } from '#shared/lambda/queue-groups.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { deliverMessage } from '#shared/thread/deliver-message.ts'
import { toOutbound } from '#shared/thread/to-outbound.ts'
import { agentEvent } from '#tests/support/agent-event.ts'
import { type CustomerDesk, humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { ann } from '#tests/support/desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { memoryEndedConversations } from '#tests/support/memory-ended-conversations.ts'
import { memoryResendMarks, memorySweepReader } from '#tests/support/memory-sweep-reader.ts'
import { printingLog } from '#tests/support/printed-lines.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { messageEvent, signedRequest } from '#tests/support/signed-request.ts'

const canaries = {
  text: 'zebra-text',
  reply: 'zebra-reply',
  wish: 'zebra-wish',
  name: 'zebra-name',
  email: 'zebra@example.com',
  senderId: 'zebra-sender',
  threadKey: 'zebra-key',
  agentText: 'zebra-agent-text',
  note: 'zebra-note',
  error: 'zebra-error',
}

const says = ({ ports }: CustomerDesk, text: string) =>
  inbound({
    key: canaries.threadKey,
    text,
    receivedAt: ports.clock(),
    sender: { id: canaries.senderId, name: canaries.name, verified: { email: canaries.email } },
  })

/** The webhook, the answer, the handoff, the claim, the agent's words, the delivery and the end. */
const wholeConversation = async (desk: CustomerDesk): Promise<void> => {
  const { ports, config } = desk
  const sender = { id: canaries.senderId, name: canaries.name, verified: { email: canaries.email } }
  const body = messageEvent(canaries.text, { sender, conversation: { id: canaries.threadKey } })
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const standard = { receiver: standardWebhooks, secrets: { read: async () => ({ signing: [secret] }) } }
  const request = signedRequest({ secret, body, timestamp: Math.floor(ports.clock() / 1_000) })
  await receiveMessage({ ...ports, queue: ports.inbound, channels: { standard } }, 'standard', request)

  desk.assistant.answer(draftOf(canaries.reply, { wish: canaries.wish }))
  await desk.turn([says(desk, canaries.text)])
  await desk.turn([says(desk, `${humanPlease} ${canaries.text}`)])
  await desk.turn([says(desk, canaries.text)])
  const { handoff } = await desk.claimed(ann)
  const { after, ...reply } = await desk.say(ann, handoff.id, canaries.agentText, 'say')
  const { address } = await desk.state()
  const answers = [
    { kind: 'postponed', cause: 'callback answered 503' },
    { kind: 'refused', cause: 'callback answered 410' },
  ] as const
  for (const answer of answers)
    await deliverMessage(
      { ...ports, store: ports.deliveries, sender: { send: async () => answer } },
      { outbound: toOutbound(address, reply), receiveCount: 1 },
    )
  const ending = { ...desk.request(ann, handoff.id), outcome: 'solved', note: canaries.note, noteId: 'note-1' }
  await resolve(ports, config, ending)
}

/** Everything that can go wrong around it, with the customer's words in every error. */
const troubles = async (desk: CustomerDesk): Promise<void> => {
  const { ports, config } = desk
  const broken = () => {
    throw new Error(canaries.error)
  }
  desk.assistant.fail('timed-out')
  await desk.turn([says(desk, canaries.text)])
  const { handoff } = await desk.claimed(ann)
  ports.tickets.failure = new Error(canaries.error)
  ports.outbound.failure = new Error(canaries.error)
  await desk.say(ann, handoff.id, canaries.agentText, 'say-again')
  const line = { ...ports.line, head: async () => broken() }
  const reading = {
    reader: memorySweepReader(ports.table),
    marks: memoryResendMarks(ports.table),
    ended: memoryEndedConversations(),
  }
  await sweep({ ...ports, ...reading, line, counter: ports.tickets }, config)
  await handleGroups(
    { Records: [{ messageId: 'r-1', body: `{"text": "${canaries.text}"}`, attributes: {} } as never] },
    z.object({ text: z.string() }),
    ports.log,
    async () => broken(),
  )
  const event = agentEvent({ route: 'POST /teams/{team}/claim', path: { team: canaries.text } })
  await problems(ports.log).onError?.({ event, error: new Error(canaries.error), response: null } as never)
}

/** What stands in the function's log of these events. */
const printed = (events: readonly LogEvent[]): string => {
  const { log, lines } = printingLog()
  for (const event of events) log(event)
  return lines.join('\n')
}

const kinds = (events: readonly LogEvent[]) => new Set(events.map(({ event }) => event))

test('no word of a customer’s, and none of an agent’s, reaches the log', async () => {
  const desk = openCustomerDesk()
  await wholeConversation(desk)
  await troubles(desk)
  const text = printed(desk.ports.events)

  for (const canary of Object.values(canaries)) expect(text).not.toContain(canary)
  expect(text).not.toContain('zebra')
  expect(await desk.said()).toEqual(expect.arrayContaining([expect.stringContaining(canaries.text)]))
})

test('and all of that was logged', async () => {
  const desk = openCustomerDesk()
  await wholeConversation(desk)
  await troubles(desk)
  const text = printed(desk.ports.events)

  expect([...kinds(desk.ports.events)].sort()).toEqual([
    'handoff.changed',
    'line.claimed',
    'line.watched',
    'message.failed',
    'message.postponed',
    'record.rejected',
    'request.failed',
    'sweep.done',
    'turn.answered',
    'turn.appended',
    'turn.handed-off',
    'webhook.accepted',
  ])
  // Nobody waits at the end: an empty line is counted and not logged.
  for (const kind of kinds(desk.ports.events)) if (kind !== 'line.watched') expect(text).toContain(`"${kind}"`)
  expect(text).toContain(threadId)
})

test('what somebody has to look at is a warning, the rest is not', () => {
  const lines = printed([
    { event: 'request.failed', operation: 'sweep.leases', cause: 'Error' },
    { event: 'line.surplus-ticket', team: 'care' },
  ])

  const levels = lines
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(levels.map(({ level, message }) => [level, message])).toEqual([
    ['WARN', 'request.failed'],
    ['INFO', 'line.surplus-ticket'],
  ])
  expect(levels[0]).toMatchObject({ operation: 'sweep.leases', cause: 'Error' })
})
