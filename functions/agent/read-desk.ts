import * as z from 'zod/mini'
import type { Team } from '#shared/config/config.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { serves } from '#shared/line/agent.ts'
import { isOpen } from '#shared/routing/hours.ts'
import { agentOperation } from './ports.ts'
import { deskExample } from './shapes/desk-example.ts'

const deskTeamSchema = z.object({
  id: z.string(),
  name: z.string(),
  languages: z.array(z.string()),
  /** Inside its hours now. */
  open: z.boolean(),
  /** Served by the agent; to the others a conversation can be passed on. */
  mine: z.boolean(),
})

export const deskSchema = z.object({
  agent: z.object({ id: z.string(), name: z.string(), supervisor: z.boolean(), admin: z.boolean() }),
  company: z.object({ name: z.string(), language: z.string() }),
  /** The company's every team, in the order of its configuration. */
  teams: z.array(deskTeamSchema),
  /** What a conversation may be finished with. */
  outcomes: z.array(z.string()),
  /** How long a claim is held without a heartbeat before it is accepted. */
  leaseSeconds: z.int(),
})

export const readDesk = agentOperation({
  operationId: 'readDesk',
  summary: 'Who I am, and what there is to choose from',
  description: 'What a desk asks once: the agent by the token, and the company as configured. Reads no table.',
  route: 'GET /agents/me',
  answers: { 200: { description: 'The desk', schema: deskSchema, example: deskExample } },
  problems: [],
  run: async ({ config, clock }, { agent }) => {
    const at = new Date(clock())
    const { id, name, supervisor, admin } = agent
    const teamView = ([team, { name: teamName, languages, hours }]: [string, Team]) => ({
      id: team,
      name: teamName,
      languages,
      open: isOpen(hours, at),
      mine: serves(agent, team),
    })
    return jsonAnswer(200, {
      agent: { id, name, supervisor, admin },
      company: { name: config.company.name, language: config.company.language },
      teams: Object.entries(config.teams).map(teamView),
      outcomes: config.outcomes,
      leaseSeconds: config.lease.seconds,
    })
  },
})
