import { randomUUID } from 'node:crypto'
import type { LocalCloud } from '../../local/desk/cloud.ts'
import { asObject } from '../../local/json.ts'
import { answeredConversations, handedOffConversations, withThePerson } from './conversations.ts'
import { createAgent, createCustomer, type Desk } from './people.ts'
import type { TableEnd } from './table-end.ts'
import { minus, plus, times, type Usage } from './usage.ts'

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
  /** Records that a conversation leaves, in bytes as storage is billed. */
  readonly keptBytes: { readonly answered: number; readonly handedOff: number }
}

export interface Stage {
  readonly cloud: LocalCloud
  readonly desk: Desk
  readonly table: TableEnd
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

const warmUp = async (stage: Stage, sweepOnce: () => Promise<void>): Promise<void> => {
  await stage.measure(async () => {
    await playAnswered(stage, ['How many days do I have to send back a lamp?'])
    await playHandedOff(stage, ['I want to speak to a person'])
  })
  await stage.table.backdate()
  await stage.measure(sweepOnce)
}

const repeat = (play: () => Promise<void>) => Array.from({ length: repeats }, () => play)

/** What is stored more after a play than before, for each of so many conversations. */
const kept = async <Result>({ table }: Stage, count: number, play: () => Promise<Result>) => {
  const before = await table.keptBytes()
  const result = await play()
  return { result, bytes: ((await table.keptBytes()) - before) / count }
}

/** Plays each kind of thing that happens, at most so many conversations of a kind. */
export const playLoad = async (stage: Stage, most = Number.POSITIVE_INFINITY): Promise<LoadRecord> => {
  const { cloud, desk, table } = stage
  const sweepOnce = async () => {
    await cloud.sweep()
    desk.meter.count('Sweep', 'invocations')
  }
  const close = async () => {
    const closed = await table.backdate()
    const { idle } = asObject(await cloud.sweep())
    if (idle !== closed) throw new Error(`the sweep closed ${idle} of ${closed} conversations`)
    desk.meter.count('Sweep', 'invocations')
  }
  const [answeredOnes, handedOffOnes] = [answeredConversations.slice(0, most), handedOffConversations.slice(0, most)]
  const agent = createAgent(desk)
  const poll = async () => void (await agent.calls(`/teams/${team}/claim?wait=0`, { claimId: randomUUID() }))

  // The first of all fetch what is fetched once per execution environment, such as secrets.
  await warmUp(stage, sweepOnce)
  const emptySweep = await average(stage, repeat(sweepOnce))
  const answered = await kept(stage, answeredOnes.length, async () => {
    const usage = await average(
      stage,
      answeredOnes.map((texts) => () => playAnswered(stage, texts)),
    )
    return { usage, closing: await stage.measure(close) }
  })
  const handedOff = await kept(stage, handedOffOnes.length, () =>
    average(
      stage,
      handedOffOnes.map((texts) => () => playHandedOff(stage, texts)),
    ),
  )
  return {
    answered: answered.result.usage,
    closedBySilence: times(minus(answered.result.closing, emptySweep), 1 / answeredOnes.length),
    handedOff: handedOff.result,
    idlePoll: await average(stage, repeat(poll)),
    emptySweep,
    keptBytes: { answered: answered.bytes, handedOff: handedOff.bytes },
  }
}
