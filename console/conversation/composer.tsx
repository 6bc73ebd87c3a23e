import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Audience } from '../desk/drafts.ts'
import type { Held } from '../desk/held.ts'
import { sends } from '../desk/keys.ts'
import { useDesk } from '../desk/open-desk.ts'
import type { Sending } from '../desk/send-words.ts'
import { explain } from '../parts/explain.ts'
import { words } from '../words/language.ts'

const longest = 20_000

const audiences: readonly Audience[] = ['reply', 'note']

const Told = ({ sending, text }: { sending: Sending | undefined; text: string }) => {
  const { write } = words.value
  const over = text.length - longest
  if (over > 0) return <span class="problem">{write.tooLong(over)}</span>
  if (sending?.state === 'waiting') return <span class="problem">{write.offline}</span>
  if (sending?.state === 'failed')
    return <span class="problem">{write.failed(explain(sending.error, words.value))}</span>
  return <span class="hint">{sending ? write.sending : write.hint}</span>
}

/** What is written, kept with every key stroke: a reload, or another conversation, loses no word of it. */
const useDraft = (id: string, audience: Audience) => {
  const { drafts, sending, leases } = useDesk()
  const name = `${id} ${audience}`
  const [written, setWritten] = useState(() => ({ name, text: drafts.read(id, audience).text }))
  // Whose words are shown is settled as they are drawn: a key pressed a moment later must not carry others over.
  const text = written.name === name ? written.text : drafts.read(id, audience).text
  const setText = (next: string): void => setWritten({ name, text: next })
  useEffect(() => {
    const kept = drafts.read(id, audience)
    // It was being sent as the page went: under its key it arrives once, whether it had arrived or not.
    if (kept.key !== undefined) void sending.send(id, audience, kept.text).then((sent) => sent && setText(''))
  }, [name])
  return {
    text,
    write: (next: string): void => {
      setText(next)
      drafts.write(id, audience, { text: next })
      sending.forget(id, audience)
      leases.writing(id)
    },
    send: async (): Promise<void> => {
      if (text.trim() === '' || text.length > longest) return
      if (await sending.send(id, audience, text)) setText(drafts.read(id, audience).text)
    },
  }
}

interface ComposerProps {
  readonly held: Held
  readonly audience: Audience
  readonly onAudience: (audience: Audience) => void
  readonly field: RefObject<HTMLTextAreaElement | null>
}

export const Composer = ({ held, audience, onAudience, field }: ComposerProps) => {
  const { id } = held.handoff
  const { write, hold } = words.value
  const { text, write: change, send } = useDraft(id, audience)
  const sending = useDesk().sending.of(id, audience)
  const isLost = held.hold.kind === 'lost'
  const busy = sending !== undefined && sending.state !== 'failed'
  if (isLost && text === '') return null
  return (
    <form
      class={`composer ${audience}`}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {isLost && <p class="problem">{hold.nothingSent}</p>}
      <fieldset class="audience" disabled={isLost}>
        <legend class="hidden">{audience === 'reply' ? write.reply : write.note}</legend>
        {audiences.map((one) => (
          <label key={one}>
            <input type="radio" name="audience" checked={one === audience} onChange={() => onAudience(one)} />
            {one === 'reply' ? write.replyTab : write.noteTab}
          </label>
        ))}
      </fieldset>
      <textarea
        ref={field}
        dir="auto"
        rows={3}
        aria-label={audience === 'reply' ? write.reply : write.note}
        placeholder={audience === 'reply' ? write.reply : write.note}
        value={text}
        readOnly={isLost || busy}
        onInput={(event) => change(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur()
          if (!sends(event)) return
          event.preventDefault()
          void send()
        }}
      />
      <p class="composer-foot">
        <span role="status">
          <Told sending={sending} text={text} />
        </span>
        <button type="submit" class="main" disabled={isLost || busy || text.trim() === '' || text.length > longest}>
          {audience === 'reply' ? write.send : write.keep}
        </button>
      </p>
    </form>
  )
}
