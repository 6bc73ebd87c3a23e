/** What a customer can be told, and what is filled into it: never a position, as none can be kept. */
export const noticePlaceholders = {
  handoff: ['team', 'company'],
  'handoff-closed': ['team', 'company', 'opens'],
  'handoff-distress': ['team', 'company'],
  returned: ['team', 'company'],
  'put-off': ['company'],
  left: ['team', 'company'],
  waiting: ['team', 'company'],
  estimate: ['wait'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type NoticeKey = keyof typeof noticePlaceholders
export type NoticeTexts = Readonly<Record<NoticeKey, string>>

export const noticeKeys = Object.keys(noticePlaceholders) as readonly NoticeKey[]
