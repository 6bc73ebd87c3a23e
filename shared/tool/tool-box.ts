import { createHash } from 'node:crypto'
import type { CompanyTool } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import { fieldsSchema } from './fields-schema.ts'
import { isStorable, readResult } from './read-result.ts'
import type { ToolAnswer, ToolCall, ToolCaller, ToolCustomer } from './tool.ts'
import type { ToolRecord } from './tool-record.ts'

/** What the model asks for: its words, to be checked. */
export interface ToolRequest {
  readonly tool: string
  readonly input: unknown
}

/** One turn's tools: those that it may call, and what they answered. */
export interface ToolBox {
  /** None once the turn's rounds or calls are made. */
  offered(): readonly CompanyTool[]
  /** In the order of the calls. */
  records(): readonly ToolRecord[]
  /** One round: all of them at once, none after the deadline. Never throws. */
  call(requests: readonly ToolRequest[], deadline: number): Promise<void>
}

export interface ToolBoxFacts {
  readonly tools: readonly CompanyTool[]
  readonly caller: ToolCaller
  readonly customer: ToolCustomer | undefined
  readonly threadId: string
  readonly conversationId: string
  /** The first of the messages that the turn answers: a later try of the turn begins with the same. */
  readonly messageId: string
  readonly log: Log
  readonly clock: () => number
}

const mostRounds = 2
const mostCalls = 4
const keptBytes = 64 * 1024
const longestWhy = 200
/** Less is not worth a call. */
const usefulMs = 200

const whyOf = (input: unknown): string => {
  const why = (input as { readonly why?: unknown } | null)?.why
  const line = typeof why === 'string' ? why.replace(/\s+/g, ' ').trim().toWellFormed() : ''
  return line.slice(0, longestWhy).toWellFormed()
}

const sorted = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

export const openToolBox = (facts: ToolBoxFacts): ToolBox => {
  const { caller, customer, threadId, conversationId, messageId, log, clock } = facts
  const usable = facts.tools.filter(({ needsCustomer }) => customer !== undefined || !needsCustomer)
  const records: ToolRecord[] = []
  let rounds = 0

  const idOf = (tool: string, input: unknown): string =>
    createHash('sha256')
      .update(JSON.stringify([threadId, messageId, tool, input], sorted))
      .digest('hex')
      .slice(0, 32)

  const ask = async (call: ToolCall, deadline: number): Promise<ToolAnswer> => {
    const once = () => caller.call(call, Math.min(call.tool.timeoutSeconds * 1_000, deadline - clock()))
    const first = await once()
    if (first.kind === 'answered' || !first.again || !call.tool.safe || deadline - clock() < usefulMs) return first
    return once()
  }

  const recordOf = async ({ tool: name, input }: ToolRequest, deadline: number): Promise<ToolRecord | undefined> => {
    const tool = usable.find((one) => one.name === name)
    if (!tool) return undefined
    const asked = fieldsSchema(tool.input).safeParse(input)
    const kept = asked.success && isStorable(asked.data) ? asked.data : undefined
    const id = idOf(name, kept ?? {})
    if (records.some((record) => record.id === id)) return undefined
    const begun = { tool: name, id, at: clock(), why: whyOf(input), input: kept ?? {} }
    if (!kept) return { ...begun, failure: 'was asked for other fields than declared' }
    if (deadline - clock() < usefulMs) return { ...begun, failure: 'there was no time left' }
    const answer = await ask({ tool, id, conversationId, input: kept, ...(customer && { customer }) }, deadline)
    if (answer.kind === 'failed') return { ...begun, failure: answer.cause }
    const read = readResult(answer.text, tool.output)
    return read.ok ? { ...begun, result: read.result } : { ...begun, failure: read.cause }
  }

  const keep = (record: ToolRecord): void => {
    const isFull = Buffer.byteLength(JSON.stringify([...records, record])) > keptBytes
    const { result, ...rest } = record
    records.push(isFull && result ? { ...rest, failure: 'answered too much' } : record)
    log({ event: 'tool.called', threadId, tool: record.tool, callId: record.id, outcome: record.failure ?? 'answered' })
  }

  return {
    offered: () => (rounds < mostRounds && records.length < mostCalls ? usable : []),
    records: () => records,
    call: async (requests, deadline) => {
      rounds += 1
      const room = requests.slice(0, mostCalls - records.length)
      const made = await Promise.all(room.map((request) => recordOf(request, deadline)))
      const fresh = made.filter((record) => record !== undefined)
      for (const [index, record] of fresh.entries())
        if (fresh.findIndex(({ id }) => id === record.id) === index) keep(record)
    },
  }
}
