import { expect, test } from 'vitest'
import { Simulation } from '#tests/simulation/simulation.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const deployed = testDeployed({ notices: { estimate: { samples: 20 } } })
const minute = 60_000

/** Customers come one after the other, and each is answered after a while. */
const play = async (customersCount: number): Promise<readonly string[]> => {
  const simulation = new Simulation({ deployed })
  const { world, customers } = simulation
  for (let n = 0; n < customersCount; n += 1) {
    await world.run(() => customers.says(`c-${n}`, 'I want to talk to a human', `m-${n}`))
    await world.pass(2 * minute)
    const agent = simulation.agent(`care-${n}`)
    const { body } = await world.run(() => agent.claim('care'))
    const { handoff } = body as unknown as { readonly handoff: { readonly id: string } }
    await world.run(() => agent.act('messages', handoff.id, { text: 'I am looking into it' }))
    await world.pass(minute)
    await simulation.sweep()
  }
  return [...readTruth(world.cloud.table).messages.values()]
    .flat()
    .filter(({ author, text }) => author.kind === 'system' && text.includes('minutes'))
    .map(({ text }) => text)
}

test('once enough were answered, the next are told how long it usually takes', async () => {
  const told = await play(25)

  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThanOrEqual(5)
  expect(new Set(told.map((text) => /within about .*$/.exec(text)?.[0]))).toEqual(new Set(['within about 5 minutes.']))
})

test('before that nobody is', async () => {
  expect(await play(19)).toEqual([])
})
