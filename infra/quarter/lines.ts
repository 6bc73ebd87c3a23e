import { inLineOrder, type LineEntry } from '#shared/line/line-entry.ts'

/** Every team's line in the product's own order: the longest conversation first. */
export interface Lines {
  enter(entry: LineEntry): void
  leave(team: string, conversationId: string): void
  first(team: string): LineEntry | undefined
  find(team: string, conversationId: string): LineEntry | undefined
}

/** Where it goes by order; most who come are the youngest, so the search begins at the end. */
const placeIn = (line: readonly LineEntry[], entry: LineEntry): number =>
  line.findLastIndex((other) => inLineOrder(other, entry) < 0) + 1

export const createLines = (): Lines => {
  const lines = new Map<string, LineEntry[]>()
  const lineOf = (team: string): LineEntry[] => {
    const line = lines.get(team) ?? []
    lines.set(team, line)
    return line
  }
  return {
    enter: (entry) => {
      const line = lineOf(entry.team)
      line.splice(placeIn(line, entry), 0, entry)
    },
    leave: (team, conversationId) => {
      const line = lineOf(team)
      const at = line.findIndex((entry) => entry.conversationId === conversationId)
      if (at >= 0) line.splice(at, 1)
    },
    first: (team) => lineOf(team)[0],
    find: (team, conversationId) => lineOf(team).find((entry) => entry.conversationId === conversationId),
  }
}
