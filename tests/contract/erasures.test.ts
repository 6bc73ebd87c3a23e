import { expect, test } from 'vitest'
import { lookAgainMs, type OwedErasure, owedErasure } from '#shared/handoff/erasure.ts'
import { onEachTable } from '#tests/support/each-table.ts'

const start = 1_700_000_000_000
const owed = (n: number, at = start): OwedErasure => owedErasure(`e-${n}`, `u-${n}`, at)

onEachTable((fresh) => {
  test('of who was erased it is known when, and of nobody else anything', async () => {
    const { erased } = await fresh()
    await erased.mark(['one', 'two'], start)

    expect([...(await erased.read(['one', 'three']))]).toEqual([['one', start]])
  })

  test('who was erased again is so since the last time, though the look that is late comes from the first', async () => {
    const { erased } = await fresh()
    await erased.mark(['one'], start)
    await erased.mark(['one'], start + 120_000)

    await erased.mark(['one', 'two'], start)

    const all = await erased.read(['one', 'two'])
    expect([all.get('one'), all.get('two')]).toEqual([start + 120_000, start])
  })

  test('an erasure is due when its time has come, the oldest first, and a few at a time', async () => {
    const { erasures } = await fresh()
    for (const n of [7, 3, 1, 5, 2, 6, 4]) await erasures.keep(owed(n, start + n))

    expect(await erasures.due(start + lookAgainMs)).toEqual([])
    expect(await erasures.due(start + 2 + lookAgainMs)).toEqual([owed(1, start + 1), owed(2, start + 2)])
    expect((await erasures.due(start + 9 + lookAgainMs)).map(({ id }) => id)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `e-${n}`),
    )
  })

  test('what was looked at is due later, and its receipt says how often', async () => {
    const { erasures } = await fresh()
    const first = owed(1)
    await erasures.keep(first)
    const next = { ...first, looks: 1, due: first.due + 1_000, people: ['u-1', 'u-also'] }

    await erasures.keep(next, first)

    expect(await erasures.due(first.due)).toEqual([])
    expect(await erasures.due(next.due)).toEqual([next])
    expect(await erasures.read('e-1')).toMatchObject({ looks: 1, due: next.due })
  })

  test('once it is found complete it is owed no more, and what stays names nobody', async () => {
    const { erasures } = await fresh()
    await erasures.keep(owed(1))
    await erasures.keep(owed(2))

    const receipt = await erasures.finish(owed(1), start + 9)
    await erasures.finish(owed(1), start + 9)

    expect(await erasures.read('e-1')).toEqual(receipt)
    expect(receipt).toMatchObject({ id: 'e-1', verifiedAt: start + 9 })
    expect(JSON.stringify(receipt)).not.toContain('u-1')
    expect((await erasures.due(start + 2 * lookAgainMs)).map(({ id }) => id)).toEqual(['e-2'])
  })

  test('of an erasure that nobody asked for there is no receipt', async () => {
    const { erasures } = await fresh()

    expect(await erasures.read('e-1')).toBeUndefined()
  })
})
