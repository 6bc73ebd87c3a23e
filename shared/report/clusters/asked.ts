import type { Handoff } from '../../handoff/handoff.ts'
import { asksNothing } from '../../triggers/asks-nothing.ts'
import type { Fired } from '../../triggers/trigger.ts'
import type { LoggedTurn } from '../logged-turn.ts'

const aboutTheService = new Set(['asked-for-human', 'frustration'])
/** So much of a message may be about the service itself before it is about nothing else. */
const mostOfIt = 0.5

const letters = (text: string): number => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0

/** Whoever asks for a person, or is angry, may mean any matter. */
export const namesNoMatter = (trigger: string): boolean => aboutTheService.has(trigger)

const isAboutService = (text: string, fired: readonly Fired[]): boolean =>
  fired.some(({ trigger, evidence: { matched = '' } }) => {
    if (!aboutTheService.has(trigger) || matched === '' || !text.includes(matched)) return false
    return letters(matched) >= letters(text) * mostOfIt
  })

/** The last thing asked that is neither small talk nor only a call for a person; empty where there is none. */
export const lastAsked = (said: readonly string[], fired: readonly Fired[]): string =>
  said.findLast((text) => !asksNothing(text) && !isAboutService(text, fired))?.trim() ?? ''

export const askedInTurn = ({
  messages,
  earlier,
  fired,
}: Pick<LoggedTurn, 'messages' | 'earlier' | 'fired'>): string => {
  const burst = messages.filter((text) => !asksNothing(text) && !isAboutService(text, fired))
  return lastAsked([...earlier, burst.join('\n')], fired)
}

const quotes = /(?:wrote:|began with|earlier wrote) "(.*?)"(?: and last wrote "(.*)")?(?:\.| and sent .*\.)$/s

/** Where the turn was not logged: the brief quotes the customer's first and last words. */
export const askedInBrief = ({ brief, fired }: Pick<Handoff, 'brief' | 'fired'>): string => {
  const [, first = '', last = ''] = quotes.exec(brief.summary) ?? []
  return lastAsked([first, last], fired)
}
