import { checkBooks } from './check-books.ts'
import { checkCustomers, checkOrderOfArrival } from './check-customers.ts'
import { checkOrder, checkOutgoing } from './check-outgoing.ts'
import type { Happened, Violation } from './happened.ts'
import type { Truth } from './truth.ts'

export type { Happened, Violation } from './happened.ts'

/** Holds what really happened, after everything has drained, to what was promised. */
export const check = (truth: Truth, happened: Happened): readonly Violation[] => [
  ...checkCustomers(truth, happened),
  ...checkOrderOfArrival(truth, happened),
  ...checkOutgoing(truth, happened),
  ...checkOrder(truth, happened),
  ...checkBooks(truth, happened),
]
