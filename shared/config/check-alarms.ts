import type { BatonConfig } from './config.ts'
import { modelIds } from './model-families.ts'
import { problem } from './problem.ts'

/** Dollars are told of models whose price is known, all of them or none: half of a day's spending would pass for all of it. */
export const checkAlarms = (
  { modelDollarsPerDay }: BatonConfig['alarms'],
  model: BatonConfig['model'],
  isPriced: (model: string) => boolean,
): readonly string[] => {
  const unknown = modelIds(model).filter((id) => !isPriced(id))
  return modelDollarsPerDay === undefined || unknown.length === 0
    ? []
    : [
        problem(
          'alarms.modelDollarsPerDay',
          modelDollarsPerDay,
          `must be left out, or ${unknown.join(' and ')} given a price in infra/cost/price-list.ts`,
        ),
      ]
}
