import { inLine } from './customer-words.ts'

/** What is known of an attachment without looking at it. */
export interface Named {
  readonly kind?: string | undefined
  readonly name?: string | undefined
  readonly contentType?: string | undefined
  readonly size?: number | undefined
  /** What else there is to know of it. */
  readonly note?: string | undefined
}

const nameLimit = 80
const typeLimit = 60

const shown = (text: string | undefined, limit: number): string => {
  const line = inLine(text ?? '')
  return line.length > limit ? `${line.slice(0, limit).toWellFormed()}…` : line
}

/** Whole units, rounded: for people. */
const sizeText = (bytes: number): string =>
  bytes < 1_000
    ? `${bytes} bytes`
    : bytes < 1_000_000
      ? `${Math.round(bytes / 1_000)} KB`
      : `${Math.round(bytes / 1_000_000)} MB`

/** What an attachment is, in a few words: `invoice.pdf (application/pdf, 82 KB)`. */
export const attachmentLine = ({ kind, name, contentType, size, note = '' }: Named): string => {
  const facts = [shown(contentType, typeLimit), size === undefined ? '' : sizeText(size), note]
    .filter(Boolean)
    .join(', ')
  const title = shown(name, nameLimit) || shown(kind, typeLimit) || 'a file'
  return facts ? `${title} (${facts})` : title
}

/** Several, as far as a line holds them; the rest are counted. */
export const attachmentsLine = (attachments: readonly Named[], most = 3): string => {
  const named = attachments.slice(0, most).map(attachmentLine)
  const rest = attachments.length - named.length
  return [...named, ...(rest > 0 ? [`${rest} more`] : [])].join(', ')
}
