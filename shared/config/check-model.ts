import type { BatonConfig } from './config.ts'
import { modelFamily, modelIds } from './model-families.ts'
import { problem } from './problem.ts'
import { isTimeZone } from './time-zone.ts'

type Model = BatonConfig['model']

/** The fields of a model, each with the others and with what is known of its family. */
export const checkModel = (model: Model): readonly string[] => [
  ...checkTimes(model),
  ...checkIds(model),
  ...checkAbilities(model),
  ...checkSpending(model),
]

const checkTimes = ({ turnBudgetSeconds, callTimeoutSeconds }: Model): readonly string[] =>
  turnBudgetSeconds < callTimeoutSeconds
    ? [
        problem(
          'model.turnBudgetSeconds',
          turnBudgetSeconds,
          `must be at least callTimeoutSeconds, ${callTimeoutSeconds}`,
        ),
      ]
    : []

const named = (model: Model): readonly (readonly [field: string, id: string])[] =>
  modelIds(model).map((id, at) => [at === 0 ? 'model.id' : `model.fallbacks.${at - 1}`, id])

const checkIds = (model: Model): readonly string[] =>
  named(model).flatMap(([field, id], at) => [
    ...(modelIds(model).indexOf(id) < at ? [problem(field, id, 'must be a model that is not named before it')] : []),
    ...(modelFamily(id).unusable
      ? [
          problem(
            field,
            id,
            `must be a model that takes instructions and a conversation: ${modelFamily(id).name} does not`,
          ),
        ]
      : []),
  ])

const checkAbilities = (model: Model): readonly string[] => {
  const caches = modelIds(model).some((id) => modelFamily(id).cachedFrom !== undefined)
  const loose = model.strict ? named(model).filter(([, id]) => !modelFamily(id).strict) : []
  return [
    ...(model.cache && !caches
      ? [problem('model.cache', true, 'must be false: no cache is known of the models that are named')]
      : []),
    ...loose.map(([field, id]) =>
      problem('model.strict', true, `must be false: it is not documented of ${field}, ${id}`),
    ),
  ]
}

const checkSpending = ({
  budget,
  callsPerSenderPerDay: day,
  callsPerSenderPerHour: hour,
}: Model): readonly string[] => [
  ...(day < hour
    ? [problem('model.callsPerSenderPerDay', day, `must be at least callsPerSenderPerHour, ${hour}`)]
    : []),
  ...(budget && budget.callsPerDay === undefined && budget.tokensPerDay === undefined
    ? ['model.budget: is empty: must have callsPerDay, tokensPerDay or both']
    : []),
  ...(budget && !isTimeZone(budget.timeZone)
    ? [problem('model.budget.timeZone', budget.timeZone, 'must be an IANA time zone such as "Europe/Berlin"')]
    : []),
]

/** Tools that the company declares are asked by the model, so each model has to be able to. */
export const checkCallers = (model: Model, tools: readonly unknown[]): readonly string[] =>
  tools.length === 0
    ? []
    : named(model)
        .filter(([, id]) => modelFamily(id).reply === 'text')
        .map(([field, id]) => problem(field, id, `must be a model that calls tools: ${modelFamily(id).name} does not`))
