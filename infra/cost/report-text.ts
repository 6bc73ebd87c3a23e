import { inOrder, type Limit, utilisation } from './limits.ts'
import type { MonthlyLine } from './monthly.ts'
import { type Price, priceList, prices } from './price-list.ts'
import { byService, type DoorCosts, doorTotal, services, total } from './service-costs.ts'
import type { Traces } from './traces.ts'

const money = (dollars: number, digits = 4): string => `$${dollars.toFixed(digits)}`
const large = (dollars: number): string => `$${Math.round(dollars).toLocaleString('en-US')}`
const thousands = (count: number): string => count.toLocaleString('en-US')

/** Rows under a heading, numbers to the right; the last row is set off when it sums up the others. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return rows.map(line).join('\n')
}

/** Dollars per 1,000 conversations, by service down and by door across. */
export const doorTable = (costs: DoorCosts): string => {
  const doors = Object.keys(costs).filter((door) => total(costs[door] ?? byService({})) > 0)
  const summed = byService(costs)
  return table([
    ['per 1,000 conversations', ...doors, 'all'],
    ...services.map((service) => [
      service,
      ...doors.map((door) => money(costs[door]?.[service] ?? 0)),
      money(summed[service]),
    ]),
    ['together', ...doors.map((door) => money(total(costs[door] ?? byService({})))), money(doorTotal(costs))],
  ])
}

export interface ModelRow {
  readonly name: string
  readonly infrastructure: number
  readonly tokens: number
}

export const modelTable = (rows: readonly ModelRow[]): string =>
  table([
    ['model', 'infrastructure', 'tokens', 'together'],
    ...rows.map(({ name, infrastructure, tokens }) => [
      name,
      money(infrastructure),
      money(tokens, 2),
      money(infrastructure + tokens, 2),
    ]),
  ])

export const monthlyLines = (lines: readonly MonthlyLine[]): string =>
  table(lines.map(({ what, dollars }) => [what, money(dollars, 2)]))

export interface ScaleRow {
  readonly conversations: number
  readonly infrastructure: number
  readonly tokens: number
  readonly fixed: number
  readonly agents: number
  readonly polling: number
  readonly traces: Traces
}

export const scaleTable = (rows: readonly ScaleRow[]): string =>
  table([
    ['conversations a month', 'infrastructure', 'fixed', 'agents', 'their polling', 'traces', 'tokens', 'together'],
    ...rows.map(({ conversations, infrastructure, fixed, agents, polling, traces, tokens }) => [
      thousands(conversations),
      large(infrastructure),
      large(fixed),
      thousands(agents),
      large(polling),
      large(traces.dollars),
      large(tokens),
      large(infrastructure + fixed + polling + traces.dollars + tokens),
    ]),
  ])

const percent = (share: number): string => `${share < 0.1 ? (share * 100).toFixed(1) : Math.round(share * 100)} %`

const stateOf = (conversations: number, limit: Limit): string => {
  const share = utilisation(limit)
  const at = `at ${thousands(Number((conversations / share).toPrecision(2)))} conversations a month`
  return share >= 1 ? `MET ${at}` : `${percent(share)} used, met ${at}`
}

/** What is met at a scale, the first of it first, and what comes next; with what to do about each. */
export const limitLines = (conversations: number, limits: readonly Limit[]): string => {
  const { met, next } = inOrder(limits)
  const shown = next ? [...met, next] : met
  const lines = shown.map((limit) => `  ${limit.name}: ${stateOf(conversations, limit)}\n    lever: ${limit.lever}`)
  return [`${thousands(conversations)} a month`, ...lines].join('\n')
}

export const limitTable = (scales: readonly { conversations: number; limits: readonly Limit[] }[]): string =>
  table([
    ['share of each limit in the busiest second', ...scales.map(({ conversations }) => thousands(conversations))],
    ...(scales[0]?.limits ?? []).map(({ name, capacity, unit }, row) => [
      `${name}: ${thousands(capacity)} ${unit}`,
      ...scales.map(({ limits }) => percent(utilisation(limits[row] ?? { name, unit, lever: '', capacity, use: 0 }))),
    ]),
  ])

/** Beyond the budget for infrastructure, as the tokens are: a switch of the configuration. */
export const traceLines = (rows: readonly ScaleRow[]): string =>
  table([
    ['conversations a month', 'runs of doors', 'traces recorded', 'per 1,000 conversations'],
    ...rows.map(({ conversations, traces: { runs, recorded, dollars } }) => [
      thousands(conversations),
      thousands(Math.round(runs)),
      thousands(Math.round(recorded)),
      money((dollars * 1_000) / conversations),
    ]),
  ])

/** What the figures stand on: none of it is AWS's own bill. */
/** Each of them under a dollar or two a month at any of these scales, or free of charge. */
const notCounted = [
  'agents in the Cognito pool (free up to 10,000 active in a month)',
  "calls to a key of the company's own ($0.03 per 10,000; a data key serves five minutes)",
  'alarm mails',
  'queries of the logs ($0.005 per GB read)',
  'logs after they were taken in ($0.03 per GB-month, compressed)',
  "the bundles in CDK's bucket",
  'free tiers and taxes',
]

export const priceNotes = (): string => {
  const all: readonly Price[] = Object.values(prices)
  const unverified = all.filter(({ standing }) => standing === 'unverified').map(({ unit }) => unit)
  return [
    `prices of ${priceList.region}, ${priceList.date}, third parties' copies of AWS's lists (infra/cost/price-list.ts names each source)`,
    `unverified among them: ${unverified.join('; ')}`,
    `not counted: ${notCounted.join('; ')}`,
  ].join('\n')
}
