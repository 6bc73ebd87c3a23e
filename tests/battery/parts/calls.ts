import { beyondBudget, byBudget, callBudgets, countPaths } from '#tests/faults/uncontended-calls.ts'
import type { Part } from '../figure.ts'

/** DESIGN's budget of AWS calls, one path a line; what has no budget is only told. */
export const calls: Part = async (progress) => {
  const paths = await countPaths()
  for (const { path, counted } of paths)
    progress(`${path}: ${JSON.stringify(byBudget(counted))}, ${counted.items} items in ${counted.readUnits} read units`)
  const figures = paths
    .filter(({ path }) => path in callBudgets)
    .map((counted) => {
      const budget = Object.values(callBudgets[counted.path] ?? {}).reduce((sum, most) => sum + most, 0)
      const made = Object.values(byBudget(counted.counted)).reduce((sum, count) => sum + count, 0)
      const size = Object.entries(byBudget(counted.counted)).map(([line, count]) => `${line} ${count}`)
      const met = beyondBudget(counted).length === 0
      return { part: `calls: ${counted.path}`, size: size.join(', '), bar: `<= ${budget}`, figure: `${made}`, met }
    })
  return { figures }
}
