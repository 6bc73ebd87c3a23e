import type { BatonConfigInput } from '#shared/config/config.ts'
import { type Figure, figuresOf } from '#shared/log/figures.ts'
import type { LogEvent } from '#shared/log/log.ts'
import type { Call, Fault } from '#tests/simulation/fault.ts'
import { replyingModel } from '#tests/simulation/model.ts'
import type { SimulatedModel } from '#tests/simulation/simulated-cloud.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { printingLog } from '#tests/support/printed-lines.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const minute = 60_000
const human = 'I want to talk to a human'

/** A company that has everything that is counted. Its rule for legal matters leads to a team that is not there. */
export const countedCompany: Partial<BatonConfigInput> = {
  model: { id: 'us.amazon.nova-2-lite-v1:0', cache: true, budget: { callsPerDay: 5 } },
  routing: [{ name: 'legal matters', when: { trigger: ['legal'] }, team: 'gone' }],
}

/** Keeps prompts, as the family does. */
const keepingModel: SimulatedModel = (request) => {
  const answer = replyingModel(request) as { readonly usage: object }
  return { ...answer, usage: { ...answer.usage, cacheReadInputTokens: 7, cacheWriteInputTokens: 3 } }
}

export interface CountedBy {
  readonly door: string
  readonly figure: Figure
}

export interface Played {
  readonly figures: readonly CountedBy[]
  /** Of each door's log, as it is printed. */
  readonly lines: readonly { readonly door: string; readonly line: Readonly<Record<string, unknown>> }[]
}

const failingOnce = (door: string, operation: string) => {
  let met = false
  return (call: Call): Fault | undefined => {
    if (met || call.door !== door || call.operation !== operation) return undefined
    met = true
    return 'failing-once'
  }
}

/** Whatever makes a door count something: answers, handoffs, claims, lapses, a model that fails, a budget, a refused delivery. */
export const playCounted = async (): Promise<Played> => {
  const { linesOf } = printingLog()
  const figures: CountedBy[] = []
  const lines: { door: string; line: Record<string, unknown> }[] = []
  const log = (event: LogEvent, door: string) => {
    figures.push(...figuresOf(event).map((figure) => ({ door, figure })))
    lines.push(...linesOf(event).map((text) => ({ door, line: JSON.parse(text) })))
  }
  const simulation = new Simulation({ deployed: testDeployed(countedCompany), model: keepingModel, log })
  const { world, customers } = simulation
  const says = async (thread: string, text: string, id: string) => {
    await world.run(() => customers.says(thread, text, id))
    await world.pass(minute)
  }

  world.calls.faults = failingOnce('TakeTurn', 'Converse')
  for (const [at, who] of ['ada', 'bob', 'cem', 'dee', 'eve'].entries())
    await says(who, 'How do I return a lamp?', `m-${at}`)
  world.calls.faults = () => undefined
  await says('ada', human, 'm-human')
  await says('bob', 'My lawyer will sue you', 'm-legal')
  await world.run(() => simulation.agent('ann').claim('care'))
  await world.pass(10 * minute)
  await simulation.sweep()
  await world.run(() => simulation.agent('ann').claim('care'))
  await world.pass(10 * minute)
  await world.run(() => simulation.agent('ben').claim('care'))
  world.channel.answer = () => ({ status: 410, body: '' })
  await says('cem', human, 'm-refused')
  await simulation.drain()
  return { figures, lines }
}
