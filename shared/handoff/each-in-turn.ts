/**
 * One after the other, though one of them fails: what cannot be done must not stand in the way of those behind it.
 * Returns how many were done; throws the first failure, after the last one was tried.
 */
export const eachInTurn = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<boolean>,
): Promise<number> => {
  const failures: unknown[] = []
  let done = 0
  for (const item of items) {
    try {
      if (await work(item)) done += 1
    } catch (failure) {
      failures.push(failure)
    }
  }
  if (failures.length > 0) throw failures[0]
  return done
}
