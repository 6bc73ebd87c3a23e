import type { LineEntry } from '../line/line-entry.ts'
import type { Log } from '../log/log.ts'
import type { Transactions } from './change.ts'
import type { HandoffReader } from './handoff-reader.ts'

export interface DropOrphanPorts {
  readonly handoffs: HandoffReader
  readonly transactions: Transactions
  readonly log: Log
}

/**
 * An entry under which no conversation waits any more (its records were erased or lost) would stand at the head for
 * ever and block its team: it is taken out. An entry that is in use changes its epoch, and is never touched here.
 */
export const dropOrphan = async ({ handoffs, transactions, log }: DropOrphanPorts, entry: LineEntry): Promise<void> => {
  const found = await handoffs.read(entry.handoffId)
  if (found?.state.status === 'waiting' && found.state.epoch === entry.epoch) return

  const attemptId = `orphan#${entry.handoffId}#${entry.epoch}`
  const { ok } = await transactions.commit(attemptId, [{ kind: 'line-left', entry }])
  if (ok) log({ event: 'line.orphan-dropped', team: entry.team, handoffId: entry.handoffId })
}
