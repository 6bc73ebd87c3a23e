import { useEffect, useRef, useState } from 'preact/hooks'
import { announce } from '../desk/announce.ts'
import { onCommand } from '../desk/commands.ts'
import type { Audience } from '../desk/drafts.ts'
import type { Held } from '../desk/held.ts'
import type { Command } from '../desk/keys.ts'
import { nameOf, useDesk } from '../desk/open-desk.ts'
import { goTo } from '../desk/place.ts'
import { explain } from '../parts/explain.ts'
import { Said } from '../parts/said.tsx'
import { words } from '../words/language.ts'
import { Brief } from './brief.tsx'
import { Composer } from './composer.tsx'
import { type DeedName, deedWindows } from './deeds.tsx'
import { HoldBar } from './hold-bar.tsx'
import { Thread } from './thread.tsx'

const useAccept = ({ handoff: { id } }: Held) => {
  const { act } = useDesk()
  return (): void => {
    act(id, { verb: 'accept' }, crypto.randomUUID()).catch((error: unknown) => announce(explain(error, words.peek())))
  }
}

interface ActionsProps {
  readonly held: Held
  readonly onDeed: (deed: DeedName) => void
}

const Actions = ({ held, onDeed }: ActionsProps) => {
  const { conversations } = useDesk()
  const accept = useAccept(held)
  const { act, hold } = words.value
  const leave = (): void => {
    conversations.drop(held.handoff.id)
    goTo('lines')
  }
  if (held.hold.kind === 'lost')
    return (
      <p class="actions">
        <button type="button" class="main" onClick={leave}>
          {hold.closeView}
        </button>
      </p>
    )
  const leased = held.hold.kind === 'leased'
  return (
    <p class="actions">
      {leased && (
        <button type="button" class="main" onClick={accept}>
          {hold.accept}
        </button>
      )}
      <button type="button" onClick={() => onDeed('giveBack')}>
        {leased ? hold.decline : hold.giveBack}
      </button>
      <button type="button" onClick={() => onDeed('transfer')}>
        {act.transfer}
      </button>
      <button type="button" onClick={() => onDeed('handBack')}>
        {act.handBack}
      </button>
      <button type="button" onClick={() => onDeed('resolve')}>
        {act.resolve}
      </button>
    </p>
  )
}

const useCommands = (doing: Readonly<Partial<Record<Command, () => void>>>): void => {
  const latest = useRef(doing)
  latest.current = doing
  useEffect(() => {
    const ends = (Object.keys(latest.current) as Command[]).map((command) =>
      onCommand(command, () => latest.current[command]?.()),
    )
    return () => {
      for (const end of ends) end()
    }
  }, [])
}

const Shown = ({ held }: { held: Held }) => {
  const { id, reason } = held.handoff
  const [audience, setAudience] = useState<Audience>('reply')
  const [deed, setDeed] = useState<DeedName>()
  const field = useRef<HTMLTextAreaElement>(null)
  const brief = useRef<HTMLElement>(null)
  const accept = useAccept(held)
  const { conversation: said } = words.value
  const write = (to: Audience) => (): void => {
    setAudience(to)
    // At once: the next key is a letter, and no command.
    field.current?.focus()
  }
  const open = (name: DeedName) => (): void => {
    if (held.hold.kind !== 'lost') setDeed(name)
  }
  useCommands({
    ...{ reply: write('reply'), note: write('note') },
    accept: () => held.hold.kind === 'leased' && accept(),
    ...{ transfer: open('transfer'), handBack: open('handBack'), giveBack: open('giveBack'), resolve: open('resolve') },
    brief: () => brief.current?.focus(),
  })
  const Deed = deed && deedWindows[deed]
  return (
    <div class="conversation">
      <header class="conversation-head">
        <h1 tabIndex={-1}>
          <Said>{nameOf(held)}</Said>
        </h1>
        <HoldBar held={held} />
        <p class="reason">
          <Said>{reason}</Said>
        </p>
        <Actions held={held} onDeed={setDeed} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to be reached by the keyboard */}
      <section class="brief-frame" aria-label={said.brief} tabIndex={0} ref={brief}>
        <Brief handoff={held.handoff} />
      </section>
      <Thread key={id} held={held} />
      <Composer held={held} audience={audience} onAudience={setAudience} field={field} />
      {Deed && <Deed held={held} onClose={() => setDeed(undefined)} />}
    </div>
  )
}

/** One conversation of the agent's desk: the brief first, then the whole thread, then what to say. */
export const ConversationPage = ({ about }: { about: string | undefined }) => {
  const { conversations } = useDesk()
  const held = conversations.held.value.find(({ handoff }) => handoff.id === about)
  useEffect(() => {
    if (about === undefined) return
    conversations.looked(about)
    void conversations.read(about).catch(() => undefined)
  }, [about, conversations])
  const { app, hold } = words.value
  if (held) return <Shown key={held.handoff.id} held={held} />
  return (
    <div class="page">
      <h1 tabIndex={-1}>{conversations.listed.value ? hold.gone : app.loading}</h1>
    </div>
  )
}
