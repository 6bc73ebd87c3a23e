/** Who calls, as the verified token says: never as a request's body says. */
export interface Agent {
  readonly id: string
  readonly name: string
  readonly teams: readonly string[]
  /** Serves every team. */
  readonly supervisor: boolean
  readonly admin: boolean
}

export const serves = (agent: Agent, team: string): boolean =>
  agent.supervisor || agent.admin || agent.teams.includes(team)

/** What an agent has in hand. */
export interface AgentState {
  readonly id: string
  readonly open: readonly string[]
  readonly seenAt: number
}

/** A claim that was made, kept for a day, so that a repeated request finds its conversation. */
export interface ClaimRecord {
  readonly agentId: string
  readonly claimId: string
  readonly handoffId: string
}

/** Strongly consistent reads. */
export interface AgentReader {
  readState(agentId: string): Promise<AgentState | undefined>
  readClaim(agentId: string, claimId: string): Promise<ClaimRecord | undefined>
}
