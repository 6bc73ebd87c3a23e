import { expect, test } from 'vitest'
import { askForCall, type CallAsked } from '#shared/customer/sender-spendings.ts'
import { spendingMs } from '#shared/customer/spending.ts'
import { onEachTable } from '#tests/support/each-table.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'

const asked = (fields: Partial<CallAsked> = {}): CallAsked => ({
  period: 'hour',
  senderId: 'u-17',
  threadId: 'one',
  own: 0,
  elsewhere: 0,
  limit: 3,
  now: mondayMorning,
  ...fields,
})

onEachTable((fresh) => {
  const opened = async () => {
    const { spendings, customers } = await fresh()
    // What was read may be long out of date.
    const ask = (fields?: Partial<CallAsked>) => askForCall(spendings, undefined, asked(fields))
    const kept = async (id = 'u-17') => (await customers.read(id)).spending
    return { ask, kept, customers }
  }

  test('a sender has as many calls as the limit, however many turns ask at once', async () => {
    const { ask, kept } = await opened()

    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => ask({ threadId: `thread-${n}` })))

    expect(answers.toSorted()).toEqual(['granted', 'granted', 'granted', 'hand-off', ...Array(4).fill('refused')])
    expect(await kept()).toMatchObject({ calls: 3, since: mondayMorning })
  })

  test('what was called for on another thread before anybody counted is counted', async () => {
    const { ask, kept } = await opened()

    expect(await ask({ own: 1 })).toBe('granted')
    expect(await ask({ own: 1, elsewhere: 4 })).toBe('hand-off')
    expect(await kept()).toMatchObject({ calls: 6, handedOff: 'one' })
  })

  test('the thread that was handed off still is the one when it is asked for again', async () => {
    const { ask } = await opened()
    await ask({ own: 3, threadId: 'first' })

    expect(await ask({ threadId: 'other' })).toBe('refused')
    expect(await ask({ threadId: 'first' })).toBe('hand-off')
  })

  test('an hour later all is as it was in the beginning', async () => {
    const { ask, kept } = await opened()
    await ask({ own: 3 })

    expect(await ask({ now: mondayMorning + spendingMs - 1, threadId: 'other' })).toBe('refused')
    expect(await ask({ now: mondayMorning + spendingMs, threadId: 'other' })).toBe('granted')
    expect(await kept()).toEqual({ since: mondayMorning + spendingMs, calls: 1 })
  })

  test('a day is counted beside the hour, and lasts longer', async () => {
    const { ask, customers } = await opened()
    await ask({ own: 1 })
    await ask({ own: 3, period: 'day' })

    expect(await ask({ period: 'day', now: mondayMorning + 23 * spendingMs })).toBe('hand-off')
    expect(await ask({ now: mondayMorning + 23 * spendingMs })).toBe('granted')
    expect(await ask({ period: 'day', now: mondayMorning + 24 * spendingMs })).toBe('granted')
    expect(await customers.read('u-17')).toMatchObject({
      spending: { since: mondayMorning + 23 * spendingMs, calls: 1 },
      daySpending: { since: mondayMorning + 24 * spendingMs, calls: 1 },
    })
  })

  test.each([
    { kind: 'add' as const, calls: 2 },
    { kind: 'hand-off' as const, threadId: 'one' },
  ])('where no hour has begun, $kind leaves nothing behind', async (step) => {
    const { spendings, customers } = await fresh()

    expect(await spendings.step('u-17', step, 'hour')).toMatchObject({ ok: false })
    expect((await customers.read('u-17')).spending).toBeUndefined()
  })

  test('one sender’s count leaves another’s, and both profiles, untouched', async () => {
    const { ask, kept, customers } = await opened()
    const ada = { id: 'u-17', name: 'Ada', updatedAt: 5 }
    await customers.write(ada)
    await ask({ own: 3 })
    await customers.write({ ...ada, updatedAt: 6 })

    expect(await ask({ senderId: 'u-18' })).toBe('granted')
    expect(await customers.read('u-17')).toMatchObject({ customer: { ...ada, updatedAt: 6 }, spending: { calls: 3 } })
    expect(await kept('u-18')).toEqual({ since: mondayMorning, calls: 1 })
  })
})
