import type { Exchange } from '#infra/local/gateway/exchange.ts'
import type { AwsCall } from '#infra/local/iam/access-requests.ts'
import { answerFaults } from './answer.ts'
import { membersOf } from './members.ts'
import type { ServiceModels } from './model.ts'
import { requestFaults } from './request.ts'
import { converseFaults } from './rules/converse.ts'
import { dynamodbFaults } from './rules/dynamodb-request.ts'
import { sqsFaults } from './rules/sqs.ts'
import type { Surroundings } from './surroundings.ts'

/** One thing that is wrong on the wire, and how often it was seen. */
export interface Fault {
  readonly of: 'request' | 'answer'
  readonly callers: readonly string[]
  readonly what: string
  readonly times: number
}

export interface OperationReport {
  readonly service: string
  readonly operation: string
  readonly requests: number
  readonly answers: number
  /** Distinct sets of members that its requests had. */
  readonly shapes: number
  readonly faults: readonly Fault[]
}

export interface WireCheck {
  readonly exchanges: readonly Exchange[]
  /** Whose answers are wrong on purpose. */
  readonly misanswered: ReadonlySet<Exchange>
  readonly surroundings: Surroundings
  /** Undefined where they cannot be had: then only what no model says is checked. */
  readonly models: ServiceModels | undefined
}

/** Bedrock's operation as its model names it: the path has `converse` at its end. */
const operationOf = ({ service, operation }: AwsCall): string =>
  service === 'bedrock'
    ? operation.replace(/(^|-)(\w)/g, (_whole, _dash, letter: string) => letter.toUpperCase())
    : operation

const ruleFaults = (surroundings: Surroundings, { service, operation, input, model }: AwsCall): readonly string[] => {
  if (service === 'dynamodb') return dynamodbFaults(surroundings, operation, input)
  if (service === 'sqs') return sqsFaults(surroundings, operation, input)
  return service === 'bedrock' ? converseFaults(model ?? '', input) : []
}

type Found = Omit<Fault, 'times' | 'callers'>

const faultsOf = ({ models, surroundings, misanswered }: WireCheck, exchange: Exchange): readonly Found[] => {
  const { call, request, answer } = exchange
  const model = models?.[call.service]
  const name = operationOf(call)
  const asked = [...(model ? requestFaults(model, name, request) : []), ...ruleFaults(surroundings, call)]
  const answered = model && answer && !misanswered.has(exchange) ? answerFaults(model, name, answer) : []
  return [
    ...asked.map((what) => ({ of: 'request' as const, what })),
    ...answered.map((what) => ({ of: 'answer' as const, what })),
  ]
}

const counted = (found: readonly (Found & { readonly caller: string })[]): readonly Fault[] => {
  const byText = Map.groupBy(found, ({ of, what }) => `${of} ${what}`)
  return [...byText.values()].flatMap((same) => {
    const [first] = same
    return first
      ? [{ of: first.of, what: first.what, times: same.length, callers: [...new Set(same.map((one) => one.caller))] }]
      : []
  })
}

/** What tells the shape of one call from another: its operation and the members that it has. */
const shapeOf = (models: ServiceModels | undefined, call: AwsCall): string => {
  const operation = operationOf(call)
  const model = models?.[call.service]
  return `${call.service} ${operation} ${model ? membersOf(model, operation, call.input) : ''}`.trim()
}

/** One call of each distinct shape, the first that was seen. */
export const oneOfEachShape = ({ exchanges, models }: Pick<WireCheck, 'exchanges' | 'models'>): readonly Exchange[] => {
  const ofDoors = exchanges.filter(({ caller }) => caller !== 'operator')
  return [...Map.groupBy(ofDoors, ({ call }) => shapeOf(models, call)).values()].flatMap(([first]) => first ?? [])
}

const reportOf = (check: WireCheck, exchanges: readonly Exchange[]): OperationReport[] => {
  const [first] = exchanges
  if (!first) return []
  const { service } = first.call
  const operation = operationOf(first.call)
  return [
    {
      service,
      operation,
      requests: exchanges.length,
      answers: exchanges.filter((one) => one.answer && !check.misanswered.has(one)).length,
      shapes: oneOfEachShape({ ...check, exchanges }).length,
      faults: counted(
        exchanges.flatMap((one) => faultsOf(check, one).map((found) => ({ ...found, caller: one.caller }))),
      ),
    },
  ]
}

/** Every recorded call of the doors against the service models, and against what AWS refuses beyond them. */
export const checkWire = (check: WireCheck): readonly OperationReport[] => {
  const ofDoors = check.exchanges.filter(({ caller }) => caller !== 'operator')
  const byOperation = Map.groupBy(ofDoors, ({ call }) => `${call.service} ${call.operation}`)
  return [...byOperation].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, exchanges]) => reportOf(check, exchanges))
}
