import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Held } from '../desk/held.ts'
import { useDesk } from '../desk/open-desk.ts'
import { At } from '../parts/at.tsx'
import { Said } from '../parts/said.tsx'
import { locale, words } from '../words/language.ts'
import { dayOf } from '../words/times.ts'
import { Evidences } from './evidence.tsx'
import { Message } from './message.tsx'
import { type Entry, timelineOf } from './timeline.ts'

/** As many are drawn at first, and at each wish for more: a long thread must not hold the page up. */
const drawnAtOnce = 60
/** Whoever is that near to the end is reading the end. */
const nearPixels = 80

const Marker = ({ entry }: { entry: Exclude<Entry, { kind: 'message' }> }) => {
  const { teamName } = useDesk()
  const { conversation: said } = words.value
  if (entry.kind === 'day')
    return (
      <li class="marker">
        <span>{dayOf(entry.at, locale.value)}</span>
      </li>
    )
  if (entry.kind === 'begins')
    return (
      <li class="marker">
        <span>{said.newConversation}</span>
      </li>
    )
  const { team, reason, fired, handedOffAt } = entry.handoff
  return (
    <li class="handed-off">
      <p>
        <strong>{said.handedOff(teamName(team))}</strong> <At time={handedOffAt} />
      </p>
      <p>
        <Said>{reason}</Said>
      </p>
      <Evidences fired={fired} />
    </li>
  )
}

const endOf = ({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number =>
  scrollHeight - scrollTop - clientHeight

/** Follows the end while the reader is there, and leaves them in peace elsewhere. */
const useEnd = (last: string | undefined) => {
  const box = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const [below, setBelow] = useState(false)
  const toEnd = (): void => {
    box.current?.scrollTo({ top: box.current.scrollHeight })
    setBelow(false)
  }
  useLayoutEffect(() => {
    if (atEnd.current) toEnd()
    else setBelow(true)
  }, [last])
  const onScroll = (): void => {
    if (!box.current) return
    atEnd.current = endOf(box.current) < nearPixels
    if (atEnd.current) setBelow(false)
  }
  return { box, below, toEnd, onScroll }
}

/** The whole thread, drawn from its end. */
export const Thread = ({ held: { handoff, messages, handoffs, whole } }: { held: Held }) => {
  const [drawn, setDrawn] = useState(drawnAtOnce)
  const entries = useMemo(() => timelineOf(messages, handoffs), [messages, handoffs])
  const { box, below, toEnd, onScroll } = useEnd(entries.at(-1)?.key)
  const { conversation: said, app } = words.value
  useEffect(() => setDrawn(drawnAtOnce), [handoff.id])
  return (
    <div class="thread-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <div class="thread" ref={box} onScroll={onScroll} role="log" aria-label={said.thread} tabIndex={0}>
        {entries.length > drawn && (
          <button type="button" class="quiet earlier" onClick={() => setDrawn(drawn + drawnAtOnce)}>
            {said.earlier}
          </button>
        )}
        {!whole && messages.length === 0 && <p class="hint">{app.loading}</p>}
        <ol>
          {entries
            .slice(-drawn)
            .map((entry) =>
              entry.kind === 'message' ? (
                <Message key={entry.key} message={entry.message} />
              ) : (
                <Marker key={entry.key} entry={entry} />
              ),
            )}
        </ol>
      </div>
      {below && (
        <button type="button" class="below" onClick={toEnd}>
          {said.newBelow}
        </button>
      )}
    </div>
  )
}
