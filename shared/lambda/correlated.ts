import { followed, following } from '../log/correlation.ts'
import type { Answer } from './json.ts'

/** By which support finds what one request did, in every log. */
export const correlationHeader = 'x-correlation-id'

/** A door that answers somebody: its answer names the threads that it was about, whether it went well or not. */
export const correlated =
  <Event, Context>(door: (event: Event, context: Context) => Promise<Answer>) =>
  (event: Event, context: Context): Promise<Answer> =>
    following([], async () => {
      const answer = await door(event, context)
      const ids = followed()
      return ids.length === 0
        ? answer
        : { ...answer, headers: { ...answer.headers, [correlationHeader]: ids.join(', ') } }
    })
