import { TroubleError } from '../api/trouble.ts'
import type { Words } from '../words/en.ts'

/** What went wrong, for whoever pressed the button. The API explains a caller's own mistake itself. */
export const explain = (error: unknown, { trouble: said }: Words): string => {
  if (!(error instanceof TroubleError)) return said.unknown
  const { trouble } = error
  if (trouble.kind === 'offline') return said.unreachable
  if (trouble.kind === 'signed-out') return said.signedOut
  if (trouble.kind === 'busy') return said.busy
  return trouble.status < 500 && trouble.detail !== undefined ? trouble.detail : said.unknown
}
