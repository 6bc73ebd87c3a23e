import { signal } from '@preact/signals'
import { type Api, found } from '../api/client.ts'
import type { Team, Waiting } from '../api/shapes.ts'
import { listening } from './connection.ts'
import type { TeamLine } from './lines.ts'
import { type Repeated, repeat } from './repeat.ts'

const everyMs = 4_000
const pageSize = 100

/** The lines that the agent serves, as they are now. */
export const watchLines = (api: Api) => {
  const lines = signal<readonly TeamLine[] | undefined>(undefined)
  /** Pages asked for, by team. */
  const pages = new Map<string, number>()

  const readLine = async (team: Team): Promise<TeamLine> => {
    const waiting: Waiting[] = []
    let next: string | undefined
    if (team.waiting === 0) return { team, waiting, more: false }
    for (let page = 0; page < (pages.get(team.id) ?? 1); page += 1) {
      const query = { limit: pageSize, ...(next !== undefined && { after: next }) }
      const line = await found(api.GET('/teams/{team}/line', { params: { path: { team: team.id }, query } }))
      waiting.push(...line.waiting)
      next = line.next
      if (next === undefined) break
    }
    return { team, waiting, more: next !== undefined }
  }

  const refresh = async (): Promise<void> => {
    const { teams } = await listening(found(api.GET('/teams')))
    lines.value = await listening(Promise.all(teams.map(readLine)))
  }

  const repeated: Repeated = repeat(refresh, everyMs)
  return {
    lines,
    refresh: repeated.now,
    /** Shows a page more of one line from now on. */
    more: (team: string): void => {
      pages.set(team, (pages.get(team) ?? 1) + 1)
      void repeated.now()
    },
    stop: repeated.stop,
  }
}

export type WatchedLines = ReturnType<typeof watchLines>
