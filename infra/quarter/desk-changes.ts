import type { DeployedConfig } from '#shared/config/read-config.ts'
import { announceReturn, announceTeam } from '#shared/handoff/announce.ts'
import type { Change } from '#shared/handoff/change.ts'
import type { HandoffWithState } from '#shared/handoff/handoff-reader.ts'
import type { HeldHandoff } from '#shared/handoff/held-handoff.ts'
import { moveChanges } from '#shared/handoff/move-overflow.ts'
import { nextAt, outgoingMessage } from '#shared/handoff/outgoing.ts'
import { resolveChanges } from '#shared/handoff/resolve.ts'
import { returnChanges } from '#shared/handoff/return-to-assistant.ts'
import { replyChanges } from '#shared/handoff/send-message.ts'
import { transferChanges } from '#shared/handoff/transfer.ts'
import type { LineEntry } from '#shared/line/line-entry.ts'
import { movesDue } from '#shared/routing/overflow.ts'

/** How it goes on with a customer whom an agent has answered. */
export type Ending =
  | { readonly kind: 'resolve'; readonly outcome: string }
  | { readonly kind: 'transfer'; readonly team: string }
  | { readonly kind: 'return' }

interface Writing {
  readonly config: DeployedConfig['config']
  readonly now: number
  readonly newId: () => string
}

const system = { kind: 'system' } as const
const greeting = 'Hello, I have read what you wrote and am looking into it.'

export const greetingChanges = (held: HeldHandoff, { config, now, newId }: Writing): readonly Change[] => {
  const { state, handoff } = held
  const author = { kind: 'agent' as const, id: state.agentId, name: handoff.agentName ?? state.agentId }
  const message = outgoingMessage({ state, author, text: greeting, id: newId(), now })
  return replyChanges(held, { message, key: newId(), now, idle: config.idle })
}

const returning = (held: HeldHandoff, { config, now, newId }: Writing): readonly Change[] => {
  const { state, handoff } = held
  const text = announceReturn({ ...handoff, team: state.team }, config)
  const notice = outgoingMessage({ state, author: system, text, id: newId(), now })
  return returnChanges(held, notice, { now, idle: config.idle })
}

const passingOn = (held: HeldHandoff, team: string, { config, now, newId }: Writing): readonly Change[] => {
  const { state, handoff } = held
  const note = {
    threadId: state.threadId,
    id: newId(),
    conversationId: state.conversationId,
    at: nextAt(state, now),
    author: { kind: 'agent' as const, id: state.agentId },
    text: 'Belongs to the other team.',
    internal: true as const,
  }
  const text = announceTeam({ ...handoff, team }, config, now)
  const after = { ...state, lastMessageAt: note.at }
  const notice = outgoingMessage({ state: after, author: system, text, id: newId(), now })
  return transferChanges(held, team, { note, notice }, now)
}

export const endingChanges = (held: HeldHandoff, ending: Ending, writing: Writing): readonly Change[] => {
  if (ending.kind === 'transfer') return passingOn(held, ending.team, writing)
  if (ending.kind === 'return') return returning(held, writing)
  return resolveChanges(held, { outcome: ending.outcome, endedBy: held.state.agentId, now: writing.now })
}

/** Where a rule says so by now, one change of teams; nothing where the conversation does not wait any more. */
export const overflowChanges = (
  entry: LineEntry,
  { handoff, state }: HandoffWithState,
  { config, now, newId }: Writing,
): readonly Change[] => {
  if (!entry.facts || state.status !== 'waiting') return []
  const waiting = { entry, team: entry.team, waitingSince: new Date(entry.teamSince), facts: entry.facts }
  return movesDue([waiting], config, new Date(now)).flatMap(({ to, rule }) => {
    const text = announceTeam({ ...handoff, team: to }, config, now)
    const notice = outgoingMessage({ state, author: system, text, id: newId(), now })
    return moveChanges(entry, to, { state, notice, handoff, rule, now })
  })
}
