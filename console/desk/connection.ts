import { signal } from '@preact/signals'
import { TroubleError } from '../api/trouble.ts'

/** Since when nothing could be reached, in epoch milliseconds; undefined while all is well. */
export const offlineSince = signal<number | undefined>(undefined)

/** Every answer, and every failure to get one, says whether there is a connection. @throws what `asked` throws */
export const listening = async <Data>(asked: Promise<Data>): Promise<Data> => {
  try {
    const data = await asked
    offlineSince.value = undefined
    return data
  } catch (error) {
    const unreachable = error instanceof TroubleError && error.trouble.kind === 'offline'
    offlineSince.value = unreachable ? (offlineSince.peek() ?? Date.now()) : undefined
    throw error
  }
}
