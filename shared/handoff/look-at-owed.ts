import { eachInTurn } from './each-in-turn.ts'
import { type EraseCustomerPorts, lookAgain } from './erase-customer.ts'
import { lookAgainMs } from './erasure.ts'

/**
 * A few each minute; how many were looked at. One that cannot be done, or that a run dies of, has gone behind the others by then.
 * @throws ItemsFailedError after the last one was tried
 */
export const lookAtOwed = async (ports: EraseCustomerPorts): Promise<number> =>
  eachInTurn(
    await ports.erasures.due(ports.clock()),
    () => '',
    async (owed) => {
      const later = { ...owed, due: ports.clock() + lookAgainMs }
      await ports.erasures.keep(later, owed)
      await lookAgain(ports, later)
      return true
    },
  )
