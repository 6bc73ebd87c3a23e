import { asObject, type Json, type JsonObject } from '../json.ts'
import type { Reply } from './replies.ts'

type Tell = (fields: JsonObject) => string

const short = (id: Json | undefined): string => {
  const text = String(id)
  return text.length > 12 ? `…${text.slice(-10)}` : text
}

const percent = (value: Json | undefined): string => `${Math.round(Number(value) * 100)} %`

const tellers: Readonly<Record<string, Tell>> = {
  'webhook.accepted': ({ channel, messages }) => `message in  ${Number(messages) || 1} on ${channel}`,
  'webhook.refused': ({ channel, status }) => `refused     a webhook of channel ${channel}, ${status}`,
  'webhook.unreadable': ({ channel, events }) => `unreadable  ${Number(events)} of a delivery of channel ${channel}`,
  'webhook.forgotten': ({ channel, messages }) => `too old     ${Number(messages)} of channel ${channel}, not taken`,
  'turn.answered': ({ confidence }) => `answered    confidence ${percent(confidence)}`,
  'turn.handed-off': ({ trigger, kind, team, rule }) => `handoff     ${trigger} (${kind}) to ${team}, rule "${rule}"`,
  'turn.appended': ({ status }) => `appended    the conversation is ${status}, the assistant is silent`,
  'line.claimed': ({ team, agentId, waitAfterSeconds }) =>
    `claim       ${agentId} took the head of ${team} after ${waitAfterSeconds} s`,
  'line.lease-expired': ({ team, agentId }) => `lease ended ${agentId} did not accept; back to its place in ${team}`,
  'handoff.changed': ({ verb, agentId, team, handoffId }) =>
    `${String(verb).padEnd(11)} ${agentId}, ${team}, ${short(handoffId)}`,
  'handoff.escalated': ({ from, to, rule, handoffId }) =>
    `escalated   from ${from} to ${to}, rule "${rule}", ${short(handoffId)}`,
  'event.told': ({ type, team, handoffId }) => `event       ${type} of ${team}, ${short(handoffId)}`,
  'message.sent': ({ channel, messageId }) => `delivered   ${short(messageId)} on ${channel}`,
  'message.failed': ({ messageId, cause }) => `undelivered ${short(messageId)}: ${cause}`,
  'message.postponed': ({ messageId, cause, retryInSeconds }) =>
    `postponed   ${short(messageId)} for ${retryInSeconds} s: ${cause}`,
  'assistant.failed': ({ cause, attempt }) => `model       attempt ${attempt} failed: ${cause}`,
}

const parsed = (line: string): JsonObject | undefined => {
  try {
    return asObject(JSON.parse(line) as Json)
  } catch {
    return undefined
  }
}

const isProblem = ({ level }: JsonObject): boolean => level === 'ERROR' || level === 'WARN'

const describeProblem = (name: string, fields: JsonObject): string => {
  const cause = [fields.errorType, fields.errorMessage, fields.cause].filter((part) => part !== undefined).join(' ')
  const stack = typeof fields.stack === 'string' ? `\n${fields.stack.split('\n').slice(1, 5).join('\n')}` : ''
  return `! ${name}  ${String(fields.message)} ${cause}${conversationOf(fields)}${stack}`
}

const conversationOf = ({ correlation_id: id }: JsonObject): string => (typeof id === 'string' ? `  [${id}]` : '')

/** What a function's log line means to somebody who watches, and whose conversation it is; undefined for what is no news. */
export const tellLine = (functionName: string, line: string): string | undefined => {
  const fields = parsed(line)
  if (!fields) return line.trim() === '' ? undefined : `  ${functionName}  ${line}`
  const tell = tellers[String(fields.message)]
  if (tell) return `  ${tell(fields)}${conversationOf(fields)}`
  return isProblem(fields) ? describeProblem(functionName, fields) : undefined
}

export const tellReply = ({ channel, conversationId, author, text }: Reply): string =>
  `  reply out   to ${conversationId}${channel ? ` on ${channel}` : ''}${channel === author ? '' : `, ${author}`}: ${text}`
