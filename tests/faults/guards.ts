import { identityGuards } from './guards-of-identity.ts'
import { leaseGuards } from './guards-of-leases.ts'
import { budgetGuards } from './guards-of-the-budget.ts'
import { claimGuards } from './guards-of-the-claim.ts'
import { recordGuards } from './guards-of-the-records.ts'
import { toolGuards } from './guards-of-the-tools.ts'
import { turnGuards } from './guards-of-the-turn.ts'

/** One guard of an invariant: the source that holds it, the source without it, and the test that then has to fail. */
export interface Guard {
  readonly invariant: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly source: string
  readonly without: string
  readonly testFile: string
  /** A part of the test's full name. */
  readonly test: string
}

export const guards: readonly Guard[] = [
  ...turnGuards,
  ...budgetGuards,
  ...claimGuards,
  ...leaseGuards,
  ...recordGuards,
  ...toolGuards,
  ...identityGuards,
]
