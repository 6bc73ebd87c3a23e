import { following } from '../log/correlation.ts'
import { type FailedItem, ItemsFailedError } from './errors.ts'

/**
 * One after the other, though one of them fails: what cannot be done must not stand in the way of those behind it.
 * `idOf` names whose thread each is about. Returns how many were done.
 * @throws ItemsFailedError after the last one was tried
 */
export const eachInTurn = async <Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  work: (item: Item) => Promise<boolean>,
): Promise<number> => {
  const failures: FailedItem[] = []
  let done = 0
  for (const item of items) {
    const id = idOf(item)
    try {
      if (await following([id], () => work(item))) done += 1
    } catch (cause) {
      failures.push({ id, cause })
    }
  }
  if (failures.length > 0) throw new ItemsFailedError(failures)
  return done
}
