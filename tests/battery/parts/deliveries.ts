import { mixDeliveries } from '#tests/faults/mixed-deliveries.ts'
import { none, type Part } from '../figure.ts'

const usualSeeds = 2_000
const every = 200

/** R2: deliveries repeated, out of order, at once and days late. */
export const deliveries: Part = async (progress, scale) => {
  const seeds = Math.ceil(usualSeeds * scale)
  let broken = 0
  for (let seed = 0; seed < seeds; seed += 1) {
    const violations = await mixDeliveries(seed)
    if (violations.length > 0) progress(`seed ${seed}: ${JSON.stringify(violations)}`)
    broken += Number(violations.length > 0)
    if (seed % every === 0) progress(`${seed} seeds`)
  }
  return { figures: [none('R2 seeds that broke a promise', `${seeds} seeds`, broken)] }
}
