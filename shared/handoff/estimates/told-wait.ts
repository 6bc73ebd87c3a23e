import type { BatonConfig } from '../../config/config.ts'
import { isOpen, nextClosing } from '../../routing/hours.ts'
import type { Estimates } from './estimate-store.ts'

const minuteMs = 60_000
/** Twice what the sweep takes from one to the next, and some: an older one is of another line. */
const freshMs = 8 * minuteMs

/**
 * The bound in minutes that a customer is told; nothing in distress, outside the team's hours, where they end before it, or
 * where the last estimate is old.
 */
export const toldWait = (
  estimates: Estimates | undefined,
  { team, trigger }: { readonly team: string; readonly trigger: string },
  { teams }: Pick<BatonConfig, 'teams'>,
  now: number,
): number | undefined => {
  const minutes = estimates?.minutes[team]
  if (estimates === undefined || minutes === undefined || trigger === 'distress') return undefined
  if (now - estimates.at > freshMs || !isOpen(teams[team]?.hours, new Date(now))) return undefined
  const closing = nextClosing(teams[team]?.hours, new Date(now))
  return closing !== undefined && closing.getTime() < now + minutes * minuteMs ? undefined : minutes
}
