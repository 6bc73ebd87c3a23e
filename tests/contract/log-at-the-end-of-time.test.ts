import { expect, test } from 'vitest'
import { onEachTable } from '#tests/support/each-table.ts'

/** Where times in keys get a digit more, and where they would get a sign. */
const moments = [9_999_999_999_999, 0, Date.UTC(9999, 11, 31)]
const dayMs = 86_400_000

onEachTable((fresh) => {
  test.each(moments)('the log around %i ms is empty, and no error', async (moment) => {
    const { handoffs } = await fresh()

    expect(await handoffs.log(moment - dayMs, moment + dayMs, { limit: 10 })).toEqual({ handoffs: [] })
  })
})
