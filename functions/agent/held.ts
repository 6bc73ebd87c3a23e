import type { HeldCommand } from '#shared/handoff/held-handoff.ts'
import type { OperationRequest } from '#shared/lambda/operation.ts'

/** Refusals of every write to a handoff that the caller may not hold. */
export const heldProblems = [404, 409, 410] as const
export const heldBodyProblems = [...heldProblems, 415] as const

export const heldCommand = ({
  agent,
  path,
  attemptId,
}: Pick<OperationRequest<{ readonly id: string }, unknown, unknown>, 'agent' | 'path' | 'attemptId'>): HeldCommand => ({
  agent,
  handoffId: path.id,
  attemptId,
})
