import * as z from 'zod/mini'
import type { Team } from '#shared/config/config.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { serves } from '#shared/line/agent.ts'
import { isOpen } from '#shared/routing/hours.ts'
import { agentOperation } from './ports.ts'
import { teamsExample } from './shapes/examples.ts'

/** Counting reads what it counts: beyond this a line is just long. */
const countedAtMost = 1_000

const teamSchema = z.object({
  id: z.string(),
  name: z.string(),
  languages: z.array(z.string()),
  /** Inside its hours now. */
  open: z.boolean(),
  /** Conversations in line; counted up to 1,000. */
  waiting: z.int(),
  /** Open handoffs one agent may hold at once. */
  capacity: z.int(),
})
export const teamsSchema = z.object({ teams: z.array(teamSchema) })

export const listTeams = agentOperation({
  operationId: 'listTeams',
  summary: 'Lines I serve',
  route: 'GET /teams',
  answers: { 200: { description: 'By the token, never by the request', schema: teamsSchema, example: teamsExample } },
  problems: [],
  run: async ({ config, line, clock }, { agent }) => {
    const at = new Date(clock())
    const served = Object.entries(config.teams).filter(([id]) => serves(agent, id))
    const view = async ([id, { name, languages, hours, capacity }]: [string, Team]) => {
      const waiting = await line.countWaiting(id, countedAtMost)
      return { id, name, languages, open: isOpen(hours, at), waiting, capacity }
    }
    return jsonAnswer(200, { teams: await Promise.all(served.map(view)) })
  },
})
