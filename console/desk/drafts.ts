import type { Shelf } from '../sign-in/attempt.ts'

export type Audience = 'reply' | 'note'

/** Words that are not sent yet, or of which that is not known. */
export interface Draft {
  readonly text: string
  /** Under which they are being sent: sent again under it they arrive once. */
  readonly key?: string
}

interface Kept extends Draft {
  readonly at: number
}

export interface DraftShelf extends Shelf {
  readonly length: number
  key(index: number): string | null
}

const prefix = 'baton.draft.'
const keptMs = 7 * 24 * 3_600_000

const nameOf = (agentId: string, handoffId: string, audience: Audience): string =>
  `${prefix}${agentId}#${handoffId}#${audience}`

const read = (shelf: Shelf, name: string): Kept | undefined => {
  try {
    const kept = JSON.parse(shelf.getItem(name) ?? 'null')
    return typeof kept?.text === 'string' ? kept : undefined
  } catch {
    return undefined
  }
}

const draftNames = (shelf: DraftShelf): readonly string[] =>
  Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? '').filter((name) => name.startsWith(prefix))

/** What agents have written and not sent, in this browser only, so that a reload loses no word. */
export const openDrafts = (shelf: DraftShelf, agentId: string, clock: () => number) => {
  for (const name of draftNames(shelf)) {
    const kept = read(shelf, name)
    if (!kept || clock() - kept.at > keptMs) shelf.removeItem(name)
  }
  return {
    read: (handoffId: string, audience: Audience): Draft => {
      const { text, key } = read(shelf, nameOf(agentId, handoffId, audience)) ?? { text: '' }
      return { text, ...(key !== undefined && { key }) }
    },
    write: (handoffId: string, audience: Audience, draft: Draft): void => {
      const name = nameOf(agentId, handoffId, audience)
      if (draft.text === '') shelf.removeItem(name)
      else shelf.setItem(name, JSON.stringify({ ...draft, at: clock() }))
    },
    /** Whoever signs out leaves no words behind for the next person at this machine. */
    forget: (): void => {
      for (const name of draftNames(shelf)) if (name.startsWith(`${prefix}${agentId}#`)) shelf.removeItem(name)
    },
  }
}

export type Drafts = ReturnType<typeof openDrafts>
