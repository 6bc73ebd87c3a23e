import { expect, test } from 'vitest'
import { type EraseCustomerPorts, eraseCustomer, lookAgain } from '#shared/handoff/erase-customer.ts'
import { type OwedErasure, owedErasure } from '#shared/handoff/erasure.ts'

/** A customer of whom there is a profile, and what happened to it and to the pictures of the table, in order. */
const open = (fails = false) => {
  const happened: string[] = []
  let profiles = 1
  const ports: EraseCustomerPorts = {
    erasure: {
      peopleOf: async () => ({ ids: [], identities: [] }),
      withoutProfile: async () => [],
      threadsOf: async () => [],
      readThread: () => Promise.reject(new Error('there is no thread')),
      eraseThread: async () => true,
      emptyPart: async () => true,
      eraseProfile: async () => {
        happened.push('table')
        return profiles--
      },
      eraseSender: async () => 0,
    },
    erasures: {
      keep: async () => undefined,
      due: async () => [],
      finish: async ({ id, at, erased, looks }) => ({ id, at, erased, looks }),
      read: async () => undefined,
    },
    erased: { mark: async () => undefined },
    transactions: { commit: () => Promise.reject(new Error('nothing is written')) },
    pictures: {
      forget: async () => {
        if (fails) throw new Error('3 files under exports/ were not deleted: SlowDown')
        happened.push('pictures')
        return 2
      },
    },
    log: () => undefined,
    clock: () => 0,
    newId: () => 'e-1',
  }
  return { ports, happened }
}
const owed = (looks: number): OwedErasure => ({ ...owedErasure('e-1', 'u-17', 0), looks })

test('pictures go after the table: one taken meanwhile would hold what was being erased', async () => {
  const { ports, happened } = open()
  const { erased } = await eraseCustomer(ports, 'u-17')

  expect(happened).toEqual(['table', 'pictures'])
  expect(erased).toMatchObject({ profiles: 1, exports: 2 })
})

test('an erasure that left a picture behind is none, and the second look does the rest', async () => {
  await expect(eraseCustomer(open(true).ports, 'u-17')).rejects.toThrow('were not deleted')

  const { ports, happened } = open()
  await lookAgain(ports, owed(0))
  expect(happened).toEqual(['table', 'pictures'])
})

test('a later look at which something was found forgets them again, and one that found nothing leaves the new ones', async () => {
  const { ports, happened } = open()
  const again = await lookAgain(ports, owed(1))
  expect(happened).toEqual(['table', 'pictures'])
  expect(again.erased.exports).toBe(2)

  const last = await lookAgain(ports, owed(2))
  expect(happened).toEqual(['table', 'pictures', 'table'])
  expect(last.erased.exports).toBe(0)
})
