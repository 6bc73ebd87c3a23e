import { unmarshall } from '@aws-sdk/util-dynamodb'
import { expect, test } from 'vitest'
import { type Call, type Faults, noFaults, pointOf } from '#tests/simulation/fault.ts'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { threadOf } from '#tests/support/inbound.ts'

const minute = 60_000
/** In the journey an agent claims, and writes; then somebody is erased. */
const erasingRun = 3
const isErasing = ({ door, run }: Call): boolean => door === 'AgentApi' && run === erasingRun

/** The journey in which somebody is forgotten, until every look at what is owed was taken; and what is in the stores then. */
const storesAfter = async (faults: Faults, attempted: (call: Call) => void = () => undefined): Promise<string> => {
  const simulation = new Simulation({ faults, attempted })
  for (const { play } of simulatedJourneys.filter(({ name }) => name === 'forgotten')) await play(simulation)
  for (let looks = 0; looks < 4; looks += 1) {
    await simulation.world.pass(6 * minute)
    await simulation.sweep()
  }
  const { cloud, files } = simulation.world
  const items = [...cloud.table.everything()].map((item) =>
    JSON.stringify(unmarshall({ ...item }), (_, value) => value),
  )
  return [...items, ...files.kept.keys()].join('\n')
}

/** Nobody asks again: it is the sweep that has to finish it. */
const dyingAfter =
  (point: string): Faults =>
  (call) => {
    if (call.door !== 'AgentApi' || call.run < erasingRun) return undefined
    if (call.run > erasingRun) return 'crash-before'
    return pointOf(call) === point ? 'crash-after' : undefined
  }

const calls: string[] = []
const untouched = await storesAfter(noFaults, (call) => {
  if (isErasing(call)) calls.push(pointOf(call))
})
const noted = calls.findIndex((point) => point.includes('TransactWriteItems'))

const expectErased = (stores: string): void => {
  expect(stores).not.toContain('customer-ada')
  expect(stores).not.toContain(`THREAD#${threadOf('ada')}`)
  expect(stores).not.toContain(`${threadOf('ada')}/`)
  expect(stores).toContain('customer-bob')
}

test('whoever is erased is nowhere, and what is owed is noted first', () => {
  expectErased(untouched)
  expect(noted).toBe(calls.findIndex((point) => /Put|Update|Delete|Transact/.test(point)))
  expect(calls.length).toBeGreaterThan(10)
})

test.each(calls.slice(noted))('an erasure that dies after %s is done by the sweep', async (point) => {
  expectErased(await storesAfter(dyingAfter(point)))
})
