import { expect, test } from 'vitest'
import type { Customer } from '#shared/customer/customer.ts'
import { onEachTable } from '#tests/support/each-table.ts'

const ada: Customer = { id: 'u-17', name: 'Ada', tier: 'gold', verified: { email: 'ada@example.com' }, updatedAt: 5 }

onEachTable((fresh) => {
  test('a customer nobody told of is not there', async () => {
    const { customers } = await fresh()

    expect(await customers.read('u-17')).toEqual({})
  })

  test('the last word on a customer replaces all that was said before', async () => {
    const { customers } = await fresh()
    await customers.write(ada)
    const { tier, ...plain } = ada

    await customers.write({ ...plain, updatedAt: 6 })

    expect(await customers.read('u-17')).toEqual({ customer: { ...plain, updatedAt: 6 } })
  })

  test('names that mean something to the language are names like others', async () => {
    const { customers } = await fresh()
    const verified = { constructor: 'a', toString: 'b', prototype: 'c', hasOwnProperty: 'd', length: 'e' }

    await customers.write({ ...ada, verified, attributes: verified })

    expect(await customers.read('u-17')).toEqual({ customer: { ...ada, verified, attributes: verified } })
  })

  test('what a provider told of a sender is kept by channel and account, the last word in place of the one before', async () => {
    const { customers } = await fresh()
    const known = { channel: 'slack', account: 'T1', name: 'Ada', locale: 'de-DE', until: 5_000 }
    await customers.write(ada)
    await customers.remember('u-17', { channel: 'slack', account: 'T1', until: 1 })

    await customers.remember('u-17', known)
    await customers.remember('u-17', { ...known, account: 'T2' })
    await customers.remember('u-18', { ...known, channel: 'line' })

    expect(await customers.read('u-17')).toEqual({ customer: ada, known: [known, { ...known, account: 'T2' }] })
  })

  test('writing one customer leaves another untouched', async () => {
    const { customers } = await fresh()
    await customers.write(ada)

    await customers.write({ ...ada, id: 'u-18', name: 'Grace' })

    expect(await customers.read('u-17')).toEqual({ customer: ada })
  })
})
