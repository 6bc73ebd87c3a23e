/** The agent holds as many conversations as the team's capacity allows. */
export class AtCapacityError extends Error {
  override readonly name = 'AtCapacityError'

  constructor(agentId: string, capacity: number) {
    super(`agent ${agentId} holds ${capacity} open handoffs: at most ${capacity} are allowed for this team`)
  }
}

/** Everybody claims at once, and this claim lost every round; nothing is wrong with the line. */
export class LineBusyError extends Error {
  override readonly name = 'LineBusyError'

  constructor(team: string, rounds: number) {
    super(`line ${team} is busy: lost ${rounds} races; try again in a second`)
  }
}

/** The claim id was used, and its conversation is not the agent's any more. */
export class ClaimSpentError extends Error {
  override readonly name = 'ClaimSpentError'

  constructor(claimId: string, handoffId: string) {
    super(`claim ${claimId} has ended: handoff ${handoffId} is not held under it any more; use a new claimId`)
  }
}
