import type { ComponentType } from 'preact'
import { ConversationPage } from '../conversation/conversation-page.tsx'
import type { Desk } from '../desk/open-desk.ts'
import { LinesPage } from '../line/lines-page.tsx'
import type { Words } from '../words/en.ts'

export interface PageProps {
  /** What the address says it is about: `#/conversation/<about>`. */
  readonly about: string | undefined
}

export interface Page {
  readonly page: ComponentType<PageProps> | (() => Promise<ComponentType<PageProps>>)
  /** Fetched when it is first gone to, so that nobody waits for what they do not use. */
  readonly later: boolean
  /** In the list of pages; absent: reached otherwise. */
  readonly link?: (words: Words) => string
  /** Who finds it in the list. @default everybody */
  readonly for?: (desk: Desk) => boolean
}

/** Every page by the first word of its address. A page has a folder of its own, and stands here in one entry. */
export const pages: Readonly<Record<string, Page>> = {
  lines: { page: LinesPage, later: false, link: ({ app }) => app.lines },
  conversation: { page: ConversationPage, later: false },
}
