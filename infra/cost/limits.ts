import { invocationSeconds } from './door-time.ts'
import type { DoorUsage, Usage } from './load/usage.ts'
import { type Tokens, tokensOf } from './model-costs.ts'
import { polling } from './monthly.ts'
import type { ModelPrice } from './price-list.ts'
import { peakPerSecond, referenceLoad } from './reference-load.ts'
import type { TemplateFacts } from './template-facts.ts'

export interface Limit {
  readonly name: string
  readonly unit: string
  readonly capacity: number
  /** At the busiest moment. */
  readonly use: number
  /** What moves it. */
  readonly lever: string
}

export interface Scale {
  readonly conversationsPerMonth: number
  readonly conversation: Usage
  /** One look of an agent at an empty line. */
  readonly idlePoll: Usage
  readonly facts: TemplateFacts
  readonly model: ModelPrice
  /** `config.model.maxTokens`: Bedrock reserves it for each call when the call begins. */
  readonly maxTokens: number
  /** Conversations that one run of the sweep can close. */
  readonly closingsPerSweep: number
}

/** An agent serves a few conversations at once, each for so long. */
const desk = { handleMinutes: 10, atOnce: 3 } as const

/** People at work in the busiest hour. */
export const agentsNeeded = (conversationsPerMonth: number): number => {
  const { daysPerMonth, busiestHourShare, handedOffShare } = referenceLoad
  const handoffsPerHour = (conversationsPerMonth / daysPerMonth) * busiestHourShare * handedOffShare
  return Math.max(1, Math.ceil((handoffsPerHour * desk.handleMinutes) / 60 / desk.atOnce))
}

const written = (usage: Usage, read: (units: DoorUsage['written'][string], kind: string) => number): number =>
  Object.values(usage).reduce(
    (sum, door) => sum + Object.entries(door.written).reduce((units, [kind, one]) => units + read(one, kind), 0),
    0,
  )

const calls = (usage: Usage, operation: string): number =>
  Object.values(usage).reduce((sum, door) => sum + (door.calls[operation] ?? 0), 0)

const concurrency = (usage: Usage, { facts, model }: Scale, perSecond: number): number =>
  Object.entries(usage).reduce((sum, [door, usage]) => {
    const seconds = invocationSeconds(door, usage, facts.memory[door] ?? 128, model.latencyMs)
    return sum + usage.invocations * perSecond * seconds
  }, 0)

const reservedTokens = ({ input, calls }: Tokens, maxTokens: number): number => input + calls * maxTokens

/** Every limit that grows with the load, as it stands in the busiest second; the sweep's in the busiest hour. */
export const limitsAt = (scale: Scale): readonly Limit[] => {
  const { conversationsPerMonth, conversation, facts, model, maxTokens, closingsPerSweep } = scale
  const perSecond = peakPerSecond(conversationsPerMonth)
  const { busiestHourShare, daysPerMonth, busiestTeamShare, handedOffShare } = referenceLoad
  const requests = Object.values(conversation).reduce((sum, door) => sum + door.httpRequests, 0)
  const polls = agentsNeeded(conversationsPerMonth) / polling.secondsBetween
  const lineUnits = written(conversation, ({ tableUnits }, kind) => (/waiting|lease/.test(kind) ? tableUnits : 0))
  const indexUnits = written(conversation, (one) => one.indexUnits)
  const tableUnits = written(conversation, (one) => one.tableUnits)
  const running = concurrency(conversation, scale, perSecond) + concurrency(scale.idlePoll, scale, polls)
  return [
    {
      name: 'Lambda concurrency of a new account',
      unit: 'at once',
      capacity: 10,
      use: running,
      lever: 'Service Quotas: Lambda, "Concurrent executions" to 1,000 before going live (npm run doctor shows yours)',
    },
    {
      name: 'Lambda concurrency, default',
      unit: 'at once',
      capacity: 1_000,
      use: running,
      lever: 'Service Quotas: Lambda, "Concurrent executions"; a quicker model in config.model.id',
    },
    {
      name: `Bedrock tokens of ${model.name} [unverified quota]`,
      unit: 'tokens/min',
      capacity: model.tokensPerMinute,
      use: reservedTokens(tokensOf(conversation), maxTokens) * perSecond * 60,
      lever: `config.model.maxTokens (${maxTokens} are reserved for each call), config.knowledge.passages, a global profile in config.model.id; Service Quotas: Bedrock`,
    },
    {
      name: 'HTTP API throttle of the stack',
      unit: 'requests/s',
      capacity: facts.requestsPerSecond,
      use: requests * perSecond + polls,
      lever: "`throttle` in infra/constructs/http-api.ts, up to the account's 10,000; longer polls of agents",
    },
    {
      name: "write units on the busiest team's line",
      unit: 'units/s',
      capacity: 1_000,
      use: lineUnits * perSecond * busiestTeamShare,
      lever: 'more teams in config.teams and rules in config.routing that spread the handoffs',
    },
    {
      name: 'write units on the index of timers and lists',
      unit: 'units/s',
      capacity: 1_000,
      use: indexUnits * perSecond,
      lever: 'the keys of the `lists` index in shared/aws/dynamo-keys.ts, spread over several values',
    },
    {
      name: 'write units of a new on-demand table',
      unit: 'units/s',
      capacity: 4_000,
      use: tableUnits * perSecond,
      lever: 'grows by itself, twice in half an hour; warm throughput of the table before a launch, quota 40,000',
    },
    {
      name: 'SQS FIFO requests of one kind, in the smallest regions',
      unit: 'requests/s',
      capacity: 2_400,
      use: Math.max(calls(conversation, 'sqs SendMessage'), calls(conversation, 'sqs ReceiveMessage fifo')) * perSecond,
      lever: 'us-east-1, us-west-2 and eu-west-1 have 70,000; Service Quotas: SQS elsewhere',
    },
    {
      name: 'conversations that the sweep can close',
      unit: 'per hour',
      capacity: closingsPerSweep * 60,
      use: (conversationsPerMonth / daysPerMonth) * busiestHourShare * (1 - handedOffShare),
      lever: '`longestMs` in shared/handoff/end-idle.ts, up to the minute between two runs; several at a time',
    },
  ]
}

export const utilisation = ({ use, capacity }: Limit): number => use / capacity

/** As the load grows: those that are met, the first one first, and the one that comes next. */
export const inOrder = (limits: readonly Limit[]): { readonly met: readonly Limit[]; readonly next?: Limit } => {
  const sorted = limits.toSorted((one, other) => utilisation(other) - utilisation(one))
  const next = sorted.find((limit) => utilisation(limit) < 1)
  return { met: sorted.filter((limit) => utilisation(limit) >= 1), ...(next && { next }) }
}
