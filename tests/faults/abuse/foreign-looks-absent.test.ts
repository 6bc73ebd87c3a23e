import { beforeEach, describe, expect, test } from 'vitest'
import type { AgentRequest } from '#tests/support/agent-event.ts'
import { AgentsInTheWorld, type Reply } from './agents-in-the-world.ts'
import { askings, personOf, type Subject, subjectIn } from './ask-cell.ts'
import { allCells, states } from './cells.ts'

const absent: Subject = {
  team: 'nobody',
  handoffId: `${'0'.repeat(24)}.1700000000000.1`,
  conversationId: `${'0'.repeat(24)}.1`,
  messageId: 'in-nothing',
}

/** As the operation's own request, changed in ways that the door looks at before, while and after it finds the object. */
const changes: Readonly<Record<string, (request: Omit<AgentRequest, 'token'>) => Partial<AgentRequest>>> = {
  'as it should be': () => ({}),
  'under a key': () => ({ headers: { 'idempotency-key': 'k-1' } }),
  'under a key that is none': () => ({ headers: { 'idempotency-key': 'k 1' } }),
  'with a query that there is not': () => ({ query: { bogus: '1' } }),
  'with an empty body': () => ({ body: {} }),
  'with a body that is no JSON': () => ({ body: '{' }),
  'with a body too large': () => ({ body: JSON.stringify({ text: 'x'.repeat(300_000) }) }),
  'to its own team': ({ route }) => (route.endsWith('/transfer') ? { body: { team: 'care', reason: 'x' } } : {}),
  'to no team': ({ route }) => (route.endsWith('/transfer') ? { body: { team: 'moon', reason: 'x' } } : {}),
  'with an outcome that is none': ({ route }) => (route.endsWith('/resolve') ? { body: { outcome: 'magic' } } : {}),
}

/** The answer without what the caller sent, and without the request's own number. */
const told = ({ status, headers, text }: Reply, { team, handoffId, conversationId }: Subject): unknown => {
  const correlated = headers['x-correlation-id'] === handoffId.split('.')[0]
  const neutral = [handoffId, conversationId].reduce((left, id) => left.replaceAll(id, '<id>'), text)
  return {
    status,
    headers: { ...headers, ...(correlated && { 'x-correlation-id': '<id>' }) },
    text: neutral.replace(`team ${team} `, 'team <id> ').replace(/urn:baton:request:[\w-]+/, '<request>'),
  }
}

const hidden = [...new Set(allCells.filter(({ expected }) => expected === '404').map(({ operation }) => operation))]

let world: AgentsInTheWorld
beforeEach(() => {
  world = new AgentsInTheWorld()
})

describe.each(['billing', 'none'] as const)('to an agent of %s', (caller) => {
  test.each(states)('a conversation of care that is %s looks like none, however it is asked for', async (state) => {
    const { now: token, inCare } = personOf(caller)
    const subject = await subjectIn(world, state, inCare)
    const ask = async (operation: string, change: string, about: Subject) => {
      const request = { ...askings[operation]?.(about), token } as AgentRequest
      const reply = await world.call({ ...request, ...changes[change]?.(request) })
      return { told: told(reply, about), asked: world.asked() }
    }

    let compared = 0
    for (const operation of hidden)
      for (const change of Object.keys(changes)) {
        const foreign = await ask(operation, change, subject)
        const nothing = await ask(operation, change, absent)
        expect({ operation, change, ...foreign }).toEqual({ operation, change, ...nothing })
        compared += 1
      }

    expect(compared).toBeGreaterThanOrEqual(120)
  })
})

test('what an agent may see is answered otherwise, or nothing above would say anything', async () => {
  const { now: token } = personOf('care')
  const subject = await subjectIn(world, 'free', token)

  const own = await world.call({ ...askings.readConversation?.(subject), token } as AgentRequest)
  const other = await world.call({ ...askings.readConversation?.(absent), token } as AgentRequest)

  expect(told(own, subject)).not.toEqual(told(other, absent))
})

test('a claim repeated by somebody who has left the team shows nothing of what it took', async () => {
  const { inCare, now } = personOf('billing')
  const { handoff } = await world.waits()
  const claim = { route: 'POST /teams/{team}/claim', body: { claimId: 'once' } }
  await world.expects(200, { ...claim, path: { team: 'care' }, token: inCare })

  const reply = await world.call({ ...claim, path: { team: 'billing' }, token: now })

  expect(reply.status).toBe(409)
  expect(reply.text).not.toContain(handoff.brief.summary)
})
