import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Api } from '../api/client.ts'
import type { Claim, Desk as Known } from '../api/shapes.ts'
import { words } from '../words/language.ts'
import { openActing } from './act.ts'
import { tellClaim, tellMessage } from './alerts.ts'
import { announce } from './announce.ts'
import { openConversations } from './conversations.ts'
import { openDrafts } from './drafts.ts'
import { claimedNow, type Held } from './held.ts'
import { keepLeases } from './keep-leases.ts'
import { conversationShown, goTo } from './place.ts'
import { takeFrom } from './preferences.ts'
import { openSending } from './send-words.ts'
import { openTakeNext } from './take-next.ts'
import { watchLines } from './watch-lines.ts'

/** Whoever is in the middle of a sentence is not torn away from it. */
const isWriting = (): boolean => {
  const { activeElement: at } = document
  return at instanceof HTMLTextAreaElement && at.value !== ''
}

export const nameOf = ({ handoff }: Held): string => handoff.brief.customer.name ?? words.peek().conversation.someone

/** Everything that a signed-in agent has before them; pages read it by `useDesk`. */
export const openDesk = (api: Api, known: Known) => {
  const mine = known.teams.filter((team) => team.mine).map(({ id }) => id)
  const lines = watchLines(api)
  const show = (id: string): void => goTo('conversation', id)

  const onNews = (held: Held): void => {
    const { app } = words.peek()
    tellMessage(nameOf(held), app.unread(held.unread), () => show(held.handoff.id))
  }
  const conversations = openConversations({ api, agentId: known.agent.id, shown: conversationShown, onNews })

  const onClaim = (claim: Claim, watched: boolean): void => {
    const { id, reason } = claim.handoff
    const { next } = words.peek()
    conversations.put(claimedNow(claim))
    if (watched) tellClaim(known.company.name, next.came(reason), () => show(id))
    if (isWriting()) announce(next.came(reason), { label: next.open, run: () => show(id) })
    else show(id)
  }
  const teams = (): readonly string[] => {
    const one = takeFrom.peek()
    return one !== undefined && mine.includes(one) ? [one] : mine
  }
  const next = openTakeNext({ api, lines, teams, onClaim })
  const leases = keepLeases(api, conversations, known.leaseSeconds)
  const drafts = openDrafts(localStorage, known.agent.id, Date.now)
  const sending = openSending(api, conversations, drafts)

  return {
    api,
    known,
    lines,
    conversations,
    next,
    leases,
    drafts,
    sending,
    act: openActing(api, conversations),
    teamName: (id: string): string => known.teams.find((team) => team.id === id)?.name ?? id,
    close: (): void => {
      next.stop()
      lines.stop()
      conversations.stop()
      leases.stop()
    },
  }
}

export type Desk = ReturnType<typeof openDesk>

const DeskContext = createContext<Desk | undefined>(undefined)
export const DeskProvider = DeskContext.Provider

/** Below the signed-in page only. */
export const useDesk = (): Desk => {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('there is no desk here')
  return desk
}
