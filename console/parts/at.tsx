import { serverNow } from '../api/server-clock.ts'
import { locale } from '../words/language.ts'
import { exactTime, timeOf } from '../words/times.ts'

/** A moment, short; exactly where it is pointed at. */
export const At = ({ time }: { time: string | number }) => {
  const at = typeof time === 'number' ? time : Date.parse(time)
  return (
    <time dateTime={new Date(at).toISOString()} title={exactTime(at, locale.value)}>
      {timeOf(at, serverNow(), locale.value)}
    </time>
  )
}
