import { expect, test } from 'vitest'
import type { EraseCustomerPorts } from '#shared/handoff/erase-customer.ts'
import { lookAgainMs, owedErasure } from '#shared/handoff/erasure.ts'
import { lookAtOwed } from '#shared/handoff/look-at-owed.ts'
import { memoryErasedPeople, memoryErasureLedger } from '#tests/support/memory-erasures.ts'

const dueAt = lookAgainMs

/** Erasures of customers of whom nothing is left; some cannot be looked at, and each look takes its time. */
const open = async (whom: readonly string[], { failing = [] as readonly string[], lookMs = 0 } = {}) => {
  let now = dueAt
  const lookedAt: string[] = []
  const erasures = memoryErasureLedger()
  for (const one of whom) await erasures.keep(owedErasure(`e-${one}`, one, 0))
  const ports: EraseCustomerPorts = {
    erasure: {
      peopleOf: async (id) => {
        now += lookMs
        lookedAt.push(id)
        if (failing.includes(id)) throw new Error('the table is away')
        return { ids: [id], identities: [] }
      },
      withoutProfile: async () => [],
      threadsOf: async () => [],
      readThread: () => Promise.reject(new Error('there is no thread')),
      eraseThread: async () => true,
      emptyPart: async () => true,
      eraseProfile: async () => 0,
      eraseSender: async () => 0,
    },
    erasures,
    erased: memoryErasedPeople(),
    transactions: { commit: () => Promise.reject(new Error('nothing is written')) },
    log: () => undefined,
    clock: () => now,
    newId: () => 'e-new',
  }
  return { ports, lookedAt, erasures, passes: (ms: number) => (now += ms) }
}
const crowd = (size: number) => Array.from({ length: size }, (_, n) => `u-${n}`)

test('all that are due are looked at in one minute, however many were erased at once', async () => {
  const { ports, lookedAt } = await open(crowd(200))

  expect(await lookAtOwed(ports)).toBe(200)
  expect(new Set(lookedAt).size).toBe(200)
})

test('until the time is up: the others wait for the next minute', async () => {
  const { ports, lookedAt } = await open(crowd(200), { lookMs: 1_000 })

  expect(await lookAtOwed(ports)).toBeLessThan(30)
  const first = new Set(lookedAt)
  await lookAtOwed(ports)
  expect(lookedAt.slice(first.size).some((one) => first.has(one))).toBe(false)
})

test('an erasure that cannot be looked at keeps no other from it, and is tried again later', async () => {
  const failing = crowd(6)
  const { ports, lookedAt, erasures, passes } = await open([...failing, 'u-last'], { failing })

  await expect(lookAtOwed(ports)).rejects.toThrow('6 could not be done')
  expect(lookedAt).toContain('u-last')
  expect(await erasures.due(dueAt)).toEqual([])

  passes(lookAgainMs)
  lookedAt.length = 0
  await expect(lookAtOwed(ports)).rejects.toThrow('6 could not be done')
  expect(lookedAt).toEqual(expect.arrayContaining(failing))
})
