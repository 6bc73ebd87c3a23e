import { countdown, duration, isoDuration } from '../words/duration.ts'
import { locale } from '../words/language.ts'
import { now } from './now.ts'

/** How long it is since `from`, kept up to date; `seconds` makes something else of the time now. */
export const Age = ({ secondsAt, class: name }: { secondsAt: (now: number) => number; class?: string }) => {
  const seconds = secondsAt(now.value)
  return (
    <time class={name} dateTime={isoDuration(seconds)}>
      {duration(seconds, locale.value)}
    </time>
  )
}

/** What is left until `until`, by the second. */
export const Left = ({ until }: { until: number }) => <>{countdown((until - now.value) / 1_000)}</>
