import { type Call, type Faults, pointOf } from '#tests/simulation/fault.ts'
import { type SimulatedJourney, simulatedJourneys } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { inboundQueue, outboundQueue } from '#tests/simulation/stack-queues.ts'
import { declaredTools } from '#tests/simulation/tools.ts'
import { agentEvent } from '#tests/support/agent-event.ts'
import { fixedKnowledge } from '#tests/support/fixed-knowledge.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { type CrashPoint, faultsOf } from '../crash-points.ts'
import { type Heard, openHeard } from './heard.ts'
import { canary, plant, plantedModel, plantedPassages } from './planted.ts'

const deployed = testDeployed({ tools: declaredTools, events: {} })

const openPlanted = (heard: Heard, fields: { faults?: Faults; attempted?: (call: Call) => void } = {}): Simulation => {
  const knowledge = fixedKnowledge(plantedPassages)
  const simulation = new Simulation({ deployed, knowledge, model: plantedModel, log: heard.log, ...fields })
  heard.to(simulation)
  return plant(simulation)
}

const profile = (what: string) => ({
  name: `${canary}-${what}`,
  tier: `${canary}-tier`,
  verified: { email: `${canary}-taken@example.com`, phone: `${canary}-phone` },
})

/** An admin who writes profiles, one of them with another's address, and erases; and what nobody can read, in both queues. */
const keptAndErased: SimulatedJourney = {
  name: 'kept and erased',
  play: async (simulation) => {
    const { world, customers } = simulation
    const admin = simulation.admin()
    const put = (id: string, body: unknown) =>
      world.run(() => admin.request({ route: 'PUT /customers/{id}', path: { id }, body }))
    await world.run(() => customers.says('ada', 'I want to talk to a human, here is a photo', 'm-1'))
    await put(`${canary}-one`, profile('one'))
    await put(`${canary}-other`, profile('other'))
    await put(`${canary}-one`, { name: { [`${canary}-field`]: canary } })
    await put(`${canary}-one`, `{"name": "${canary} unclosed`)
    for (const name of [inboundQueue, outboundQueue])
      for (const body of [`{"text": "${canary}`, JSON.stringify({ version: 9, text: canary })])
        world.cloud.queue(name).send({ body, groupId: threadOf('ada'), deduplicationId: body, attributes: {} } as never)
    await world.pass(120_000)
    for (const channel of ['standard', canary]) {
      const route = { route: 'POST /webhooks/{channel}', path: { channel } }
      const forged = agentEvent({ ...route, body: { text: canary }, headers: { 'webhook-signature': `v1,${canary}` } })
      await world.run(() => world.invoke('ReceiveMessage', world.doors.receiveMessage, forged))
    }
    const request = { route: 'POST /handoffs/{id}/notes', path: { id: `${canary}-handoff` }, body: { text: canary } }
    await world.run(() => simulation.agent('ann').request(request))
    await world.run(() => admin.request({ route: 'DELETE /customers/{id}', path: { id: `${canary}-one` } }))
    await simulation.sweep()
  },
}

export const plantedJourneys: readonly SimulatedJourney[] = [...simulatedJourneys, keptAndErased]

/** Every call that a journey with canaries makes, with everything that can go wrong there. */
export const plantedPoints = async (journey: SimulatedJourney, heard: Heard): Promise<readonly CrashPoint[]> => {
  const calls = new Map<string, Call>()
  const simulation = openPlanted(heard, { attempted: (call) => calls.set(pointOf(call), call) })
  await journey.play(simulation)
  return [...calls].flatMap(([point, call]) => faultsOf(call).map((fault) => ({ journey, point, fault })))
}

/** Plays a journey with canaries and a fault at its point, and lets all of it come to its end. */
export const strikePlanted = async ({ journey, point, fault }: CrashPoint): Promise<Heard & { visited: boolean }> => {
  const heard = openHeard()
  let visited = false
  const faults: Faults = (call) => {
    if (pointOf(call) !== point) return undefined
    visited = true
    return fault
  }
  const simulation = openPlanted(heard, { faults })
  await journey.play(simulation)
  await simulation.drain()
  return { ...heard, visited }
}
