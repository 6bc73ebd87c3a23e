import { describe, expect, test } from 'vitest'
import { operations } from '#functions/agent/operations.ts'
import { AgentsInTheWorld } from './agents-in-the-world.ts'
import { askCell } from './ask-cell.ts'
import { allCells, callers, states } from './cells.ts'

const ids = operations.map(({ operationId }) => operationId)

test('every operation has all its cells, and every cell an operation', () => {
  const wanted = ids.flatMap((id) => callers.flatMap((caller) => states.map((state) => `${id} ${caller} ${state}`)))

  const found = allCells.map(({ operation, caller, state }) => `${operation} ${caller} ${state}`)

  expect(found.toSorted()).toEqual(wanted.toSorted())
})

describe.each(ids)('%s', (operationId) => {
  const world = new AgentsInTheWorld()

  test.each(callers)('answers %s as its cells say', async (caller) => {
    const row = allCells.filter((cell) => cell.operation === operationId && cell.caller === caller)

    const answers: Record<string, string> = {}
    for (const cell of row) answers[cell.state] = await askCell(world, cell)

    expect(answers).toEqual(Object.fromEntries(row.map(({ state, expected }) => [state, expected])))
  })
})
