import type { Words } from '../words/en.ts'

interface Shown {
  readonly page: string
  /** Whom the conversation that is shown is with. */
  readonly name: string | undefined
  /** Messages that nobody has looked at. */
  readonly unread: number
  readonly waiting: number
  readonly company: string
}

/** What a tab among many says: first what is new. */
export const titleOf = ({ page, name, unread, waiting, company }: Shown, { line, conversation }: Words): string => {
  const news = unread > 0 ? `(${unread}) ` : waiting > 0 ? `[${waiting}] ` : ''
  const shown = page === 'conversation' && name !== undefined ? conversation.title(name) : line.title
  return `${news}${shown} · ${company}`
}
