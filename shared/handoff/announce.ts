import type { BatonConfig } from '../config/config.ts'
import { isOpen, nextOpening } from '../routing/hours.ts'
import { renderNotice } from './notice.ts'
import type { NoticeKey } from './notice-keys.ts'

export interface Announcement {
  readonly team: string
  readonly trigger: string
  readonly language: string
  /** A bound that may be told. @default none */
  readonly waitMinutes?: number | undefined
}

type AnnounceConfig = Pick<BatonConfig, 'teams' | 'company' | 'notices'>

/** What the customer is told about the team that takes over: that it answers here, and from when on if it is away. */
export const announceTeam = (
  { team, trigger, language, waitMinutes }: Announcement,
  config: AnnounceConfig,
  now: number,
): string => {
  const { name, hours } = config.teams[team] ?? { name: team }
  const at = new Date(now)
  const opening = isOpen(hours, at) ? undefined : nextOpening(hours, at)
  const opens = opening && hours ? { at: opening, timeZone: hours.timeZone } : undefined
  const key: NoticeKey = trigger === 'distress' ? 'handoff-distress' : opens ? 'handoff-closed' : 'handoff'
  return renderNotice({
    key,
    language,
    team: name,
    about: { team, trigger },
    company: config.company,
    own: config.notices,
    waitMinutes,
    ...(opens && { opens }),
  })
}

export const announceReturn = (announcement: Announcement, config: AnnounceConfig): string =>
  renderPlain('returned', announcement, config)

export const announceLeft = (announcement: Announcement, config: AnnounceConfig): string =>
  renderPlain('left', announcement, config)

export const announceWaiting = (announcement: Announcement, config: AnnounceConfig): string =>
  renderPlain('waiting', announcement, config)

const renderPlain = (key: NoticeKey, { team, trigger, language }: Announcement, config: AnnounceConfig): string =>
  renderNotice({
    key,
    language,
    team: config.teams[team]?.name ?? team,
    about: { team, trigger },
    company: config.company,
    own: config.notices,
  })
