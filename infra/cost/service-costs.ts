import { gigabyteSeconds } from './door-time.ts'
import type { DoorUsage, Usage } from './load/usage.ts'
import { dollars } from './price-list.ts'
import type { TemplateFacts } from './template-facts.ts'

export const services = [
  'HTTP API',
  'Lambda requests',
  'Lambda time',
  'SQS',
  'DynamoDB writes',
  'DynamoDB reads',
  'CloudWatch logs',
  'data transfer',
] as const

export type Service = (typeof services)[number]
/** Dollars by service. */
export type ServiceCosts = Readonly<Record<Service, number>>
/** Dollars by door and service. */
export type DoorCosts = Readonly<Record<string, ServiceCosts>>

const bytesInGigabyte = 1e9
/** What CloudWatch adds to each event. */
const eventBytes = 26

const isFifo = (operation: string) => operation.endsWith(' fifo') || operation === 'sqs SendMessage'

/** A ticket's send is priced like one to a FIFO queue, as the record does not tell them apart: a hair too much. */
const queueDollars = ({ calls }: DoorUsage): number =>
  Object.entries(calls)
    .filter(([operation]) => operation.startsWith('sqs '))
    .reduce((sum, [operation, count]) => sum + dollars(isFifo(operation) ? 'fifoRequest' : 'standardRequest', count), 0)

const writeUnitsOf = ({ written }: DoorUsage): number =>
  Object.values(written).reduce((sum, { tableUnits, indexUnits }) => sum + tableUnits + indexUnits, 0)

const logBytesOf = ({ logBytes, logLines, httpRequests }: DoorUsage, accessLogBytes: number): number =>
  logBytes + logLines * eventBytes + httpRequests * (accessLogBytes + eventBytes)

const doorCosts = (door: string, usage: DoorUsage, { memory, accessLogBytes }: TemplateFacts, modelMs: number) => ({
  'HTTP API': dollars('httpRequest', usage.httpRequests),
  'Lambda requests': dollars('lambdaRequest', usage.invocations),
  'Lambda time': dollars('lambdaGigabyteSecond', gigabyteSeconds(door, usage, memory[door] ?? 128, modelMs)),
  SQS: queueDollars(usage),
  'DynamoDB writes': dollars('writeUnit', writeUnitsOf(usage)),
  'DynamoDB reads': dollars('readUnit', usage.readUnits),
  'CloudWatch logs': dollars('logIngestion', logBytesOf(usage, accessLogBytes) / bytesInGigabyte),
  'data transfer': dollars('dataOut', usage.sentBytes / bytesInGigabyte),
})

/** What the use of every door costs, without the model's tokens. */
export const infrastructureCosts = (usage: Usage, facts: TemplateFacts, modelMs: number): DoorCosts =>
  Object.fromEntries(Object.entries(usage).map(([door, used]) => [door, doorCosts(door, used, facts, modelMs)]))

export const byService = (costs: DoorCosts): ServiceCosts =>
  Object.fromEntries(
    services.map((service) => [service, Object.values(costs).reduce((sum, door) => sum + door[service], 0)]),
  ) as ServiceCosts

export const total = (costs: ServiceCosts): number => services.reduce((sum, service) => sum + costs[service], 0)

export const doorTotal = (costs: DoorCosts): number => total(byService(costs))
