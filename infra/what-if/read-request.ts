import { type Destination, destinationOf } from '../deploy/command/destination.ts'
import { CommandError } from '../deploy/command/errors.ts'
import { destinationOptions, takeAll } from '../deploy/command/options.ts'
import { defaultPort } from '../local/desk/arguments.ts'

/** Where the turns are. */
export type Source =
  | { readonly kind: 'files'; readonly path: string }
  | { readonly kind: 'local'; readonly port: number }
  | { readonly kind: 'stack'; readonly destination: Destination }

export interface WhatIfRequest {
  readonly config: string
  readonly source: {
    readonly source: Source
    /** Epoch milliseconds; the source says what it is where nobody did. */
    readonly from: number | undefined
    readonly to: number | undefined
  }
  readonly save: string | undefined
  readonly knowledge: string | undefined
  readonly show: number
  readonly out: string | undefined
  readonly json: boolean
}

const kinds = {
  ...destinationOptions,
  config: 'value',
  from: 'value',
  to: 'value',
  log: 'value',
  local: 'flag',
  port: 'value',
  save: 'value',
  knowledge: 'value',
  show: 'value',
  out: 'value',
  json: 'flag',
  help: 'flag',
} as const

type Values = ReturnType<typeof takeAll>

const momentOf = (values: Values, name: 'from' | 'to'): number | undefined => {
  const text = values[name]?.[0]
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new CommandError(`--${name} ${text}: must be a day such as 2026-11-16`)
  return at
}

const numberOf = (values: Values, name: 'show' | 'port', fallback: number): number => {
  const text = values[name]?.[0] ?? String(fallback)
  if (!/^\d{1,5}$/.test(text)) throw new CommandError(`--${name} ${text}: must be a whole number`)
  return Number(text)
}

const sourceOf = (values: Values): Source => {
  const path = values.log?.[0]
  if (path !== undefined && values.local) throw new CommandError('--log and --local exclude each other')
  if (path !== undefined) return { kind: 'files', path }
  if (values.local) return { kind: 'local', port: numberOf(values, 'port', defaultPort) }
  return { kind: 'stack', destination: destinationOf({ values, rest: [] }) }
}

/** Nothing where the one thing that it cannot do without is missing. @throws {CommandError} */
export const readRequest = (words: readonly string[]): WhatIfRequest | 'help' | undefined => {
  const values = takeAll(words, kinds)
  const config = values.config?.[0]
  if (values.help) return 'help'
  if (config === undefined) return undefined
  const [from, to] = [momentOf(values, 'from'), momentOf(values, 'to')]
  if (from !== undefined && to !== undefined && from >= to) throw new CommandError('--from must be before --to')
  return {
    config,
    source: { source: sourceOf(values), from, to },
    save: values.save?.[0],
    knowledge: values.knowledge?.[0],
    show: numberOf(values, 'show', 3),
    out: values.out?.[0],
    json: values.json !== undefined,
  }
}
