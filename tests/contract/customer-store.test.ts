import { expect, test } from 'vitest'
import type { Customer } from '#shared/customer/customer.ts'
import { type Identity, identityOf } from '#shared/customer/identity.ts'
import { onEachTable } from '#tests/support/each-table.ts'

const ada: Customer = { id: 'u-17', name: 'Ada', tier: 'gold', verified: { email: 'ada@example.com' }, updatedAt: 5 }

const identity = (what: string, text: string): Identity => {
  const found = identityOf(what, text)
  if (!found) throw new Error(`${text} is no ${what}`)
  return found
}

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

    await customers.write({ ...ada, id: 'u-18', name: 'Grace', verified: { email: 'grace@example.com' } })

    expect(await customers.read('u-17')).toEqual({ customer: ada })
  })

  test('a customer is found by what is vouched for, however it is spelled', async () => {
    const { customers } = await fresh()
    const verified = { phone: '+65 8123-4567', email: ' Ada@Example.COM ', telegram: '6581234567', badge: '17' }
    await customers.write({ ...ada, verified })

    const spelled = [
      ['phone', '+6581234567'],
      ['email', 'aDA@example.com'],
      ['telegram', '6581234567'],
      ['customer', 'u-17'],
      ['whatsapp', '6581234567'],
      ['phone', '+6581234568'],
    ] as const
    const identities = spelled.flatMap(([what, value]) => identityOf(what, value) ?? [])
    const found = await customers.find(identities)

    expect(identities).toHaveLength(6)
    expect(found.map(({ identity }) => identity)).toEqual(identities.slice(0, 4))
    expect(found.map(({ customer }) => customer)).toEqual(Array(4).fill({ ...ada, verified }))
    expect(identityOf('badge', '17')).toBeUndefined()
  })

  test('what another customer has is nobody else’s, and nothing of the refused profile is written', async () => {
    const { customers } = await fresh()
    await customers.write({ ...ada, verified: { phone: '+6581234567' } })

    const squatting = customers.write({
      id: 'u-66',
      tier: 'gold',
      verified: { email: 'mallory@example.com', phone: '+65 8123 4567' },
      updatedAt: 7,
    })

    await expect(squatting).rejects.toThrow("verified.phone: another customer has it: must be one customer's alone")
    expect(await customers.read('u-66')).toEqual({})
    expect(await customers.find([identity('email', 'mallory@example.com')])).toEqual([])
    expect(await customers.find([identity('phone', '+6581234567')])).toMatchObject([{ customer: { id: 'u-17' } }])
  })

  test('what a customer has no more finds nobody, and may be another’s', async () => {
    const { customers } = await fresh()
    await customers.write({ ...ada, verified: { email: 'ada@example.com', phone: '+6581234567' } })

    await customers.write({ ...ada, verified: { email: 'ada@example.com' }, updatedAt: 6 })
    const freed = await customers.find([identity('phone', '+6581234567'), identity('email', 'ada@example.com')])
    await customers.write({ id: 'u-18', verified: { phone: '+6581234567' }, updatedAt: 7 })

    expect(freed).toMatchObject([{ identity: { what: 'email' }, customer: { updatedAt: 6 } }])
    expect(await customers.find([identity('phone', '+6581234567')])).toMatchObject([{ customer: { id: 'u-18' } }])
  })

  test('of two who are given one identity at once, one has it', async () => {
    const { customers } = await fresh()
    const named = ['u-1', 'u-2', 'u-3', 'u-4']

    const written = await Promise.allSettled(
      named.map((id) => customers.write({ id, verified: { phone: '+6581234567' }, updatedAt: 5 })),
    )

    const [winner, ...others] = written.flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    expect(others).toEqual([])
    expect(await customers.find([identity('phone', '+6581234567')])).toMatchObject([{ customer: { id: winner } }])
    const kept = await Promise.all(named.map(async (id) => (await customers.read(id)).customer?.id))
    expect(kept.filter(Boolean)).toEqual([winner])
  })

  test('of two profiles of one customer at once, what finds them leads to the one that stayed', async () => {
    const { customers } = await fresh()
    const phones = ['+6581234561', '+6581234562', '+6581234563']

    await Promise.all(phones.map((phone) => customers.write({ ...ada, verified: { phone } })))

    const { customer } = await customers.read('u-17')
    const found = await customers.find(phones.map((phone) => identity('phone', phone)))
    expect(found).toEqual([{ identity: identity('phone', customer?.verified?.phone ?? ''), customer }])
  })

  test('what the resolver told of a sender is kept beside them, the last word in place of the one before', async () => {
    const { customers } = await fresh()
    await customers.keepResolved('telegram:17', {
      until: 5_000,
      asked: ['a1'],
      customer: { ...ada, source: 'resolver' },
    })
    const told = await customers.read('telegram:17')

    await customers.keepResolved('telegram:17', { until: 9_000 })

    expect(told).toEqual({ resolved: { until: 5_000, asked: ['a1'], customer: { ...ada, source: 'resolver' } } })
    expect(await customers.read('telegram:17')).toEqual({ resolved: { until: 9_000 } })
    expect(await customers.read('u-17')).toEqual({})
  })
})
