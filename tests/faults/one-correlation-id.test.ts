import { beforeAll, describe, expect, test } from 'vitest'
import type { Fault } from '#tests/simulation/fault.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { printingLog } from '#tests/support/printed-lines.ts'
import { testDeployed } from '#tests/support/test-config.ts'

interface Line {
  readonly door: string
  readonly message: string
  readonly correlation_id?: string
  readonly operation?: string
}

interface Answered {
  readonly door: string
  readonly status: number | undefined
  readonly id: unknown
}

const second = 1_000
const minute = 60 * second
const human = 'I want to talk to a human'

/** Teams' lines and whole runs. */
const aboutNobody = new Set([
  'AgentApi line.surplus-ticket',
  'Sweep line.watched',
  'Sweep sweep.done',
  'Sweep waits.estimated',
])

/** A world whose logs are printed, and whose answers are kept. */
const openWorld = () => {
  const { linesOf } = printingLog()
  const lines: Line[] = []
  const answers: Answered[] = []
  const simulation = new Simulation({
    deployed: testDeployed({ events: {} }),
    log: (event, door) => lines.push(...linesOf(event).map((line) => ({ door, ...JSON.parse(line) }))),
  })
  const { doors } = simulation.world
  const { receiveMessage, agentApi } = doors
  const kept = (door: string, { statusCode: status, headers }: Awaited<ReturnType<typeof agentApi>>) =>
    answers.push({ door, status, id: headers?.['x-correlation-id'] })
  Object.assign(doors, {
    receiveMessage: async (event: Parameters<typeof receiveMessage>[0]) => {
      const answer = await receiveMessage(event)
      kept('ReceiveMessage', answer)
      return answer
    },
    agentApi: async (event: Parameters<typeof agentApi>[0]) => {
      const answer = await agentApi(event)
      kept('AgentApi', answer)
      return answer
    },
  })
  return { simulation, lines, answers }
}

/** From the first message to the end, by way of every door, with an error in each; on another thread somebody else is served. */
const playConversation = async () => {
  const { simulation, lines, answers } = openWorld()
  const { world, customers } = simulation
  const says = async (text: string, id: string, thread = 'ada') => {
    await world.run(() => customers.says(thread, text, id))
    await world.pass(30 * second)
  }
  const claims = async (who: string, team: string): Promise<string> => {
    const { body } = await world.run(() => simulation.agent(who).claim(team))
    return (body.handoff as { readonly id: string }).id
  }
  const acts = async (who: string, verb: string, id: string, body?: unknown) => {
    await world.run(() => simulation.agent(who).act(verb, id, body))
    await world.pass(second)
  }
  /** The first such call that a door makes from here on meets this, and nothing after it. */
  const meets = (door: string, operation: string, fault: Fault) => {
    let met: number | undefined
    world.calls.faults = (call) => {
      if (call.door !== door || call.operation !== operation) return undefined
      met ??= call.invocation
      return call.invocation === met ? fault : undefined
    }
  }

  meets('ReceiveMessage', 'SendMessage', 'failing')
  await says('How do I return a lamp?', 'm-1')
  meets('TakeTurn', 'TransactWriteItems', 'failing')
  await says('And what does that cost?', 'm-2')
  await world.pass(5 * minute)
  meets('DeliverMessage', 'POST', 'failing')
  await says(human, 'm-3')
  await says(human, 'other', 'bob')
  meets('AgentApi', 'TransactWriteItems', 'failing')
  const first = await claims('ann', 'care')
  meets('AgentApi', 'SendMessage', 'failing')
  await acts('ann', 'messages', first, { text: 'I am Ann' })
  world.calls.faults = () => undefined
  await acts('ann', 'notes', first, { text: 'Friendly' })
  await acts('ann', 'transfer', first, { team: 'billing', reason: 'About money' })
  const lapsed = await claims('ben', 'billing')
  await world.pass(10 * minute)
  await simulation.sweep()
  const third = await claims('ben', 'billing')
  await acts('ben', 'messages', third, { text: 'I am Ben' })
  await acts('ben', 'return', third)
  await says('How do I return a lamp?', 'm-4')
  await says(human, 'm-5')
  const last = await claims('ann', 'care')
  await claims('cem', 'care')
  meets('AgentApi', 'TransactWriteItems', 'throttled')
  await acts('ann', 'resolve', last, { outcome: 'solved' })
  world.calls.faults = () => undefined
  await acts('ann', 'resolve', last, { outcome: 'solved' })
  await simulation.drain()
  return { lines, answers, heard: world.cloud.heard, handoffs: [first, lapsed, third, last] }
}

const [ada, bob] = [threadOf('ada'), threadOf('bob')]

describe('a conversation followed by its one id', () => {
  let played: Awaited<ReturnType<typeof playConversation>>
  beforeAll(async () => {
    played = await playConversation()
  })
  const seen = (id: string) =>
    new Set(
      played.lines
        .filter(({ correlation_id }) => correlation_id === id)
        .map(({ door, message, operation }) => [door, message, operation].filter(Boolean).join(' ')),
    )

  test('its id is the pseudonymous thread’s, with which its handoffs begin', () => {
    expect(ada).toMatch(/^[0-9a-f]{24}$/)
    for (const id of played.handoffs) expect(id.slice(0, 24)).toBe(ada)
  })

  test.each([
    'ReceiveMessage request.failed POST /webhooks/{channel}',
    'ReceiveMessage webhook.accepted',
    'TakeTurn turn.answered',
    'TakeTurn record.rejected',
    'TakeTurn turn.handed-off',
    'TakeTurn event.told',
    'DeliverMessage message.sent',
    'DeliverMessage message.postponed',
    'AgentApi request.failed POST /teams/{team}/claim',
    'AgentApi line.claimed',
    'AgentApi handoff.changed',
    'Sweep line.lease-expired',
  ])('%s is found by it', (line) => {
    expect([...seen(ada)]).toContain(line)
  })

  test('every door that touched it is among them, from the webhook to the end', () => {
    const doors = new Set([...seen(ada)].map((line) => line.split(' ')[0]))

    expect([...doors].sort()).toEqual(['AgentApi', 'DeliverMessage', 'ReceiveMessage', 'Sweep', 'TakeTurn'])
  })

  test('only what is about no conversation has none', () => {
    const without = new Set(
      played.lines.filter((line) => line.correlation_id === undefined).map(({ door, message }) => `${door} ${message}`),
    )

    expect([...without].filter((line) => !aboutNobody.has(line))).toEqual([])
    expect([...without]).toContain('Sweep sweep.done')
  })

  test('somebody else’s conversation, served meanwhile, has its own', () => {
    const ids = new Set(played.lines.flatMap(({ correlation_id }) => correlation_id ?? []))

    expect([...ids].sort()).toEqual([ada, bob].sort())
    expect([...seen(bob)]).toContain('DeliverMessage message.sent')
  })

  test('webhooks and agents are told it, also when it went wrong', () => {
    const told = (status: number, door: string) =>
      new Set(played.answers.filter((one) => one.status === status && one.door === door).map(({ id }) => id))

    expect(told(202, 'ReceiveMessage')).toEqual(new Set([ada, bob]))
    expect(told(500, 'ReceiveMessage')).toEqual(new Set([ada]))
    expect(told(500, 'AgentApi')).toEqual(new Set([ada]))
    expect(told(200, 'AgentApi')).toEqual(new Set([ada, bob]))
  })

  test('so is the bus', () => {
    const types = new Set(played.heard.filter(({ threadId }) => threadId === ada).map(({ type }) => type))

    expect([...types].sort()).toEqual([
      'handoff.claimed',
      'handoff.opened',
      'handoff.released',
      'handoff.resolved',
      'handoff.returned',
      'handoff.transferred',
    ])
  })
})
