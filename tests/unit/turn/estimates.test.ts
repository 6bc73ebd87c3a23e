import { expect, test } from 'vitest'
import type { EstimateStore } from '#shared/handoff/estimates/estimate-store.ts'
import { humanPlease, openCustomerDesk } from '#tests/support/customer-desk.ts'
import { draftOf } from '#tests/support/scripted-assistant.ts'
import { testDeployed } from '#tests/support/test-config.ts'

const usual = 'You will usually have an answer within about 20 minutes.'

const openDesk = (notices: object = { estimate: {} }, broken = false) => {
  const desk = openCustomerDesk(testDeployed({ notices }))
  let reads = 0
  const estimates: Pick<EstimateStore, 'read'> = {
    read: async () => {
      reads += 1
      if (broken) throw new Error('the table is gone')
      return { at: desk.ports.clock(), minutes: { care: 20 } }
    },
  }
  Object.assign(desk.ports, { estimates })
  return { ...desk, reads: () => reads }
}

test('whoever is handed over is told how long it usually takes, for one read', async () => {
  const desk = openDesk()

  await desk.turn([humanPlease])

  expect((await desk.said()).at(-1)).toContain(`repeat anything. ${usual}`)
  expect(desk.reads()).toBe(1)
})

test.each([
  ['in distress', 'I want to kill myself'],
  ['of a team without one', 'I was charged twice'],
])('%s nothing is told', async (_, text) => {
  const desk = openDesk()

  await desk.turn([text])

  expect((await desk.said()).at(-1)).toMatch(/^system: /)
  expect((await desk.said()).at(-1)).not.toContain('minutes')
})

test('an answer of the assistant, and a company that did not ask for it, cost no read', async () => {
  const [answered, silent] = [openDesk(), openDesk({})]
  answered.assistant.answer(draftOf('Within 30 days.'))

  await answered.turn(['How do I return a lamp?'])
  await silent.turn([humanPlease])

  expect([answered.reads(), silent.reads()]).toEqual([0, 0])
  expect((await silent.said()).at(-1)).not.toContain('minutes')
})

test('the handoff does not wait for an estimate that cannot be read', async () => {
  const desk = openDesk({ estimate: {} }, true)

  await desk.turn([humanPlease])

  expect((await desk.state()).status).toBe('waiting')
  expect((await desk.said()).at(-1)).not.toContain('minutes')
})
