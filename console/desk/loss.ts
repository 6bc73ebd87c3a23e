import type { Handoff } from '../api/shapes.ts'

/** What became of a conversation that is not this agent's any more. */
export type Loss =
  | { readonly kind: 'taken'; readonly by: string; readonly at: number }
  | { readonly kind: 'in-line'; readonly team: string; readonly at: number | undefined }
  | { readonly kind: 'assistant' }
  | { readonly kind: 'closed'; readonly outcome: string; readonly at: number }
  /** Not of the agent's teams: nothing more is told. */
  | { readonly kind: 'gone' }

const msOf = (time: string | undefined): number | undefined => (time === undefined ? undefined : Date.parse(time))

/** How a handoff was lost; undefined while `agentId` holds it. */
export const lossOf = (handoff: Handoff | undefined, agentId: string): Loss | undefined => {
  if (!handoff) return { kind: 'gone' }
  const { status, agent, claimedAt, endedAt, outcome = '', team } = handoff
  if (status === 'claimed')
    return agent?.id === agentId ? undefined : { kind: 'taken', by: agent?.name ?? '', at: msOf(claimedAt) ?? 0 }
  if (status === 'waiting') return { kind: 'in-line', team, at: undefined }
  return status === 'returned' ? { kind: 'assistant' } : { kind: 'closed', outcome, at: msOf(endedAt) ?? 0 }
}
