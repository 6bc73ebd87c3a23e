import { expect, test } from 'vitest'
import { beyondBudget, callBudgets, countPaths } from './uncontended-calls.ts'

test('an answered message, a handoff and a claim make no more calls than they may', async () => {
  const paths = await countPaths()

  const budgeted = paths.filter(({ path }) => path in callBudgets)
  expect(budgeted.map(({ path }) => path)).toEqual(Object.keys(callBudgets))
  expect(budgeted.flatMap(beyondBudget)).toEqual([])
  expect(budgeted.filter(({ counted }) => Object.keys(counted.byOperation).length < 4)).toEqual([])
})

test('a call too many is seen, and so is one that nobody planned', () => {
  const counted = {
    byOperation: { 'AgentApi Query': 2, 'AgentApi GetItem': 1, 'AgentApi DeleteItem': 1 },
    items: 0,
    readUnits: 0,
  }

  expect(beyondBudget({ path: 'claim', counted })).toEqual(['claim: AgentApi read 3', 'claim: AgentApi DeleteItem 1'])
})
