import type { Token } from '../../words/tokens.ts'
import type { Stretch } from '../listen.ts'

/** Whether a token reaches into a denied stretch; to be asked about tokens, as the stretches, in the order they stand. */
export const denier = (denied: readonly Stretch[]): ((token: Token) => boolean) => {
  let next = 0
  return ({ start, end }) => {
    while (next < denied.length && (denied[next]?.[1] ?? 0) <= start) next++
    return (denied[next]?.[0] ?? Number.POSITIVE_INFINITY) < end
  }
}
