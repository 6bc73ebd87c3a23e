import { eachInTurn } from './each-in-turn.ts'
import { type EraseCustomerPorts, lookAgain } from './erase-customer.ts'
import { lookAgainMs, type OwedErasure } from './erasure.ts'
import { type FailedItem, ItemsFailedError } from './errors.ts'

/** Of each minute: a few hundred looks, and the sweep's other steps still have their time. */
const longestMs = 15_000

/** One that cannot be done, or that a run dies of, has gone behind the others by then. */
const lookLater = async (ports: EraseCustomerPorts, owed: OwedErasure): Promise<true> => {
  const later = { ...owed, due: ports.clock() + lookAgainMs }
  await ports.erasures.keep(later, owed)
  await lookAgain(ports, later)
  return true
}

/**
 * Those that are due, a few at a time, until none is or the time is up; how many were looked at.
 * @throws ItemsFailedError after the last one was tried
 */
export const lookAtOwed = async (ports: EraseCustomerPorts): Promise<number> => {
  const until = ports.clock() + longestMs
  const [tried, failures]: [Set<string>, FailedItem[]] = [new Set(), []]
  let looked = 0
  do {
    const due = (await ports.erasures.due(ports.clock())).filter(({ id }) => !tried.has(id))
    if (due.length === 0) break
    for (const { id } of due) tried.add(id)
    try {
      looked += await eachInTurn(
        due,
        () => '',
        (owed) => lookLater(ports, owed),
      )
    } catch (error) {
      if (!(error instanceof ItemsFailedError)) throw error
      failures.push(...error.failures)
    }
  } while (ports.clock() < until)
  if (failures.length > 0) throw new ItemsFailedError(failures)
  return looked
}
