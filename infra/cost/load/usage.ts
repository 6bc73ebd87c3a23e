/** Items of one kind written: how often, at what size, for how many units. */
export interface Written {
  readonly writes: number
  readonly bytes: number
  readonly tableUnits: number
  readonly indexUnits: number
}

/** What one door used, itself or through what the platform does for it. */
export interface DoorUsage {
  readonly invocations: number
  readonly httpRequests: number
  /** AWS calls by service and operation, such as `sqs SendMessage fifo`. */
  readonly calls: Readonly<Record<string, number>>
  readonly readUnits: number
  readonly written: Readonly<Record<string, Written>>
  readonly logLines: number
  readonly logBytes: number
  readonly modelInputCharacters: number
  readonly modelOutputCharacters: number
  /** To the internet: answers of the API, and deliveries to the company. */
  readonly sentBytes: number
}

/** By door. */
export type Usage = Readonly<Record<string, DoorUsage>>

export const noUsage: DoorUsage = {
  invocations: 0,
  httpRequests: 0,
  calls: {},
  readUnits: 0,
  written: {},
  logLines: 0,
  logBytes: 0,
  modelInputCharacters: 0,
  modelOutputCharacters: 0,
  sentBytes: 0,
}

type Amounts = { readonly [name: string]: number | Amounts }

const amount = (value: number | Amounts | undefined): number => (typeof value === 'number' ? value : 0)
const branch = (value: number | Amounts | undefined): Amounts => (typeof value === 'object' ? value : {})

/** Combines two trees of numbers leaf by leaf; what one of them lacks is zero. */
const combine = (one: Amounts, other: Amounts, leaf: (a: number, b: number) => number): Amounts =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => {
      const [a, b] = [one[name], other[name]]
      const isBranch = typeof a === 'object' || typeof b === 'object'
      return [name, isBranch ? combine(branch(a), branch(b), leaf) : leaf(amount(a), amount(b))]
    }),
  )

const asUsage = (amounts: Amounts): Usage => amounts as unknown as Usage
const asAmounts = (usage: Usage): Amounts => usage as unknown as Amounts

export const plus = (one: Usage, other: Usage): Usage =>
  asUsage(combine(asAmounts(one), asAmounts(other), (a, b) => a + b))

export const minus = (one: Usage, other: Usage): Usage =>
  asUsage(combine(asAmounts(one), asAmounts(other), (a, b) => a - b))

export const times = (usage: Usage, factor: number): Usage => asUsage(combine(asAmounts(usage), {}, (a) => a * factor))
