/** No such handoff, or not one of the caller's teams': which of the two is not said. */
export class UnknownHandoffError extends Error {
  override readonly name = 'UnknownHandoffError'

  constructor(handoffId: string) {
    super(`handoff ${handoffId} does not exist among your teams' handoffs`)
  }
}

export class UnknownConversationError extends Error {
  override readonly name = 'UnknownConversationError'

  constructor(conversationId: string) {
    super(`conversation ${conversationId} does not exist among your teams' conversations`)
  }
}

export class UnknownTeamError extends Error {
  override readonly name = 'UnknownTeamError'

  constructor(team: string) {
    super(`team ${team} does not exist among your teams`)
  }
}

/** Somebody else holds the handoff, or nobody: a write needs a claim. */
export class NotHeldError extends Error {
  override readonly name = 'NotHeldError'

  constructor(handoffId: string, holder: string | undefined) {
    super(`handoff ${handoffId} is ${holder ? `held by ${holder}` : 'held by nobody: claim it first'}`)
  }
}

export class LeaseEndedError extends Error {
  override readonly name = 'LeaseEndedError'

  constructor(handoffId: string, leaseUntil: number) {
    super(`your lease on handoff ${handoffId} ended at ${new Date(leaseUntil).toISOString()}: claim again`)
  }
}

export class HandoffOverError extends Error {
  override readonly name = 'HandoffOverError'

  constructor(handoffId: string, status: string) {
    super(`handoff ${handoffId} is ${status}: nothing can be written to it any more`)
  }
}

/** Every try met another writer; nothing was written. */
export class HandoffBusyError extends Error {
  override readonly name = 'HandoffBusyError'

  constructor(handoffId: string, rounds: number) {
    super(`handoff ${handoffId} is being changed by others: ${rounds} tries were refused; try again in a second`)
  }
}

/** The words of the first request were kept; these would be lost without a word. */
export class KeyReusedError extends Error {
  override readonly name = 'KeyReusedError'

  constructor(handoffId: string) {
    super(`this idempotency key wrote other words to handoff ${handoffId}: use a new key for new words`)
  }
}

export class NotAllowedError extends Error {
  override readonly name = 'NotAllowedError'

  constructor(needed: string) {
    super(`this needs the role ${needed}`)
  }
}

export class UnknownOutcomeError extends Error {
  override readonly name = 'UnknownOutcomeError'

  constructor(outcome: string, allowed: readonly string[]) {
    super(`outcome ${outcome} is not one of ${allowed.join(', ')}`)
  }
}

export class TransferTargetError extends Error {
  override readonly name = 'TransferTargetError'

  constructor(team: string, allowed: readonly string[]) {
    super(`cannot transfer to team ${team}: allowed are ${allowed.join(', ')}`)
  }
}

/** Somebody kept writing while a thread was being erased; what is left is found again. */
export class ErasureBusyError extends Error {
  override readonly name = 'ErasureBusyError'

  constructor(rounds: number) {
    super(`not everything is erased: a thread was written to in each of ${rounds} rounds; try again in a second`)
  }
}

export interface FailedItem {
  /** Of a thread, or of what belongs to one. */
  readonly id: string
  readonly cause: unknown
}

/** Some of many could not be done; those behind them were tried all the same. */
export class ItemsFailedError extends Error {
  override readonly name = 'ItemsFailedError'
  readonly failures: readonly FailedItem[]

  constructor(failures: readonly FailedItem[]) {
    super(`${failures.length} could not be done`)
    this.failures = failures
  }
}

export class UnknownErasureError extends Error {
  override readonly name = 'UnknownErasureError'

  constructor(id: string) {
    super(`erasure ${id} does not exist`)
  }
}

/** Told once all its steps are done, so that the alarm rings; the log says which of them failed. */
export class SweepFailedError extends Error {
  override readonly name = 'SweepFailedError'

  constructor(steps: number) {
    super(`${steps} steps of the sweep failed`)
  }
}
