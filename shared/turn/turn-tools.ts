import type { BatonConfig, CompanyTool } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import { lastSenderOf } from '../thread/thread-state.ts'
import { vouchedValues } from '../thread/vouching.ts'
import type { ToolCaller, ToolCustomer } from '../tool/tool.ts'
import { openToolBox, type ToolBox } from '../tool/tool-box.ts'
import type { ToolRecord } from '../tool/tool-record.ts'
import { literally, saidIn } from '../triggers/company-phrases.ts'
import type { Phrase } from '../triggers/phrase.ts'
import type { OpenTurn } from './turn.ts'

export interface TurnToolPorts {
  /** Absent where no tools are declared. */
  readonly tools?: ToolCaller
  readonly log: Log
  readonly clock: () => number
}

/** Whether one person alone has written: what is looked up for them is read by whoever else is on the thread. */
export const isOnePersons = ({ thread, history, added }: OpenTurn): boolean =>
  !thread.vouchings?.some(({ shared }) => shared) &&
  [...history, ...added].every(({ author }) => author.kind !== 'customer' || author.id === lastSenderOf(thread))

/** Who writes, when the company knows them or vouches for them; what somebody only says of themselves counts for nothing. */
export const knownCustomer = (turn: OpenTurn): ToolCustomer | undefined => {
  const { thread, customer } = turn
  const isKnown = customer !== undefined || thread.vouchings !== undefined
  if (thread.customerId === undefined || !isKnown || !isOnePersons(turn)) return undefined
  const vouched = vouchedValues(thread.vouchings)
  const { account = customer?.account } = vouched
  const verified = { ...customer?.verified, ...vouched }
  return { id: thread.customerId, verified, ...(account !== undefined && { account }) }
}

/** The turn's own, or none where there is nothing that it could call. */
export const toolBoxOf = (
  { tools: caller, log, clock }: TurnToolPorts,
  { tools }: Pick<BatonConfig, 'tools'>,
  turn: OpenTurn,
): ToolBox | undefined => {
  const [first] = turn.added
  if (!caller || !first) return undefined
  const { threadId, conversationId } = turn.thread
  const customer = knownCustomer(turn)
  const box = openToolBox({ tools, caller, customer, threadId, conversationId, messageId: first.id, log, clock })
  return box.offered().length > 0 ? box : undefined
}

/** Of the conversation so far; nobody is told what was looked up for somebody else. */
export const earlierRecords = (turn: OpenTurn): readonly ToolRecord[] =>
  isOnePersons(turn) ? turn.history.flatMap(({ evidence }) => evidence?.records ?? []) : []

const known = new WeakMap<CompanyTool, readonly Phrase[]>()

const phrasesOf = (tool: CompanyTool): readonly Phrase[] => {
  const read = known.get(tool) ?? tool.phrases.map(literally)
  known.set(tool, read)
  return read
}

/** The tools that the words ask for: a question that no article answers may have an answer of theirs all the same. */
export const toolsAskedFor = (tools: readonly CompanyTool[], messages: readonly string[]): readonly CompanyTool[] =>
  tools.filter((tool) => messages.some((message) => saidIn(message, phrasesOf(tool)) !== undefined))
