import { randomUUID } from 'node:crypto'
import type { LocalCloud } from '../../local/desk/cloud.ts'
import { asObject } from '../../local/json.ts'
import type { Backdate } from './backdate.ts'
import { answeredConversations, handedOffConversations, withThePerson } from './conversations.ts'
import { createAgent, createCustomer, type Desk } from './people.ts'
import { plus, times, type Usage } from './usage.ts'

/** What each thing that happens uses, by door. */
export interface LoadRecord {
  /** One conversation of six messages, all answered by the assistant. */
  readonly answered: Usage
  /** The sweep's share in closing it a day later. */
  readonly closedBySilence: Usage
  /** One conversation of six messages, handed off at the fourth, served by an agent and resolved. */
  readonly handedOff: Usage
  /** One look at an empty line. */
  readonly idlePoll: Usage
  /** One run of the sweep that finds nothing to do. */
  readonly emptySweep: Usage
}

export interface Stage {
  readonly cloud: LocalCloud
  readonly desk: Desk
  readonly backdate: Backdate
  /** Nothing is on its way any more. */
  readonly settled: () => Promise<void>
  /** Plays, waits until nothing is on its way any more, and tells what was used meanwhile. */
  readonly measure: (play: () => Promise<void>) => Promise<Usage>
}

const team = 'care'
const repeats = 3

const playAnswered = async ({ desk }: Stage, texts: readonly string[]): Promise<void> => {
  const customer = createCustomer(desk, 'Ada')
  for (const text of texts) {
    await customer.says(text)
    await customer.hears('assistant')
  }
}

const playHandedOff = async ({ desk, settled }: Stage, texts: readonly string[]): Promise<void> => {
  const [customer, agent] = [createCustomer(desk, 'Theo'), createAgent(desk)]
  for (const [index, text] of texts.entries()) {
    await customer.says(text)
    await customer.hears(index < texts.length - 1 ? 'assistant' : 'system')
  }
  const { handoff } = await agent.calls(`/teams/${team}/claim?wait=1`, { claimId: randomUUID() })
  const id = String(asObject(handoff).id)
  await agent.calls(`/handoffs/${id}/accept`)
  for (const [turn, text] of withThePerson.agent.entries()) {
    await agent.calls(`/handoffs/${id}/messages`, { text })
    await customer.hears('agent')
    await customer.says(withThePerson.customer[turn] ?? '')
    // Nobody answers the customer now; the next step must not overtake the turn that stores the message.
    await settled()
  }
  await agent.calls(`/handoffs/${id}/resolve`, { outcome: 'solved' })
}

const average = async (stage: Stage, plays: readonly (() => Promise<void>)[]): Promise<Usage> => {
  let sum: Usage = {}
  for (const play of plays) sum = plus(sum, await stage.measure(play))
  return times(sum, 1 / plays.length)
}

/** Plays one of each kind of thing that happens, `conversations` of each kind of conversation at most. */
export const playLoad = async (stage: Stage, conversations = Number.POSITIVE_INFINITY): Promise<LoadRecord> => {
  const { cloud, desk, backdate } = stage
  const sweepOnce = async () => void (await cloud.sweep())
  const some = (kind: readonly (readonly string[])[], play: typeof playAnswered) =>
    kind.slice(0, conversations).map((texts) => () => play(stage, texts))
  const repeat = (play: () => Promise<void>) => Array.from({ length: repeats }, () => play)

  // The first of all warms what is fetched once per execution environment, such as secrets, and is closed again.
  await stage.measure(async () => {
    await playAnswered(stage, ['How many days do I have to send back a lamp?'])
    await playHandedOff(stage, ['I want to speak to a person'])
  })
  await backdate()
  await stage.measure(sweepOnce)

  const emptySweep = await average(stage, repeat(sweepOnce))
  const answered = await average(stage, some(answeredConversations, playAnswered))
  const closing = await stage.measure(async () => {
    const closed = await backdate()
    const { idle } = asObject(await cloud.sweep())
    if (idle !== closed) throw new Error(`the sweep closed ${idle} of ${closed} conversations`)
  })
  const handedOff = await average(stage, some(handedOffConversations, playHandedOff))
  const agent = createAgent(desk)
  const poll = async () => void (await agent.calls(`/teams/${team}/claim?wait=0`, { claimId: randomUUID() }))
  const idlePoll = await average(stage, repeat(poll))

  const count = Math.min(answeredConversations.length, conversations)
  const closedBySilence = times(plus(closing, times(emptySweep, -1)), 1 / count)
  return { answered, closedBySilence, handedOff, idlePoll, emptySweep }
}
