import * as z from 'zod/mini'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { serves } from '#shared/line/agent.ts'
import { agentOperation } from './ports.ts'
import { handoffExample } from './shapes/examples.ts'
import { handoffSchema, handoffView } from './shapes/handoff.ts'

export const mineSchema = z.object({ handoffs: z.array(handoffSchema) })

export const listMine = agentOperation({
  operationId: 'listMine',
  summary: 'What I hold',
  route: 'GET /agents/me/handoffs',
  answers: {
    200: { description: 'Longest conversation first', schema: mineSchema, example: { handoffs: [handoffExample] } },
  },
  problems: [],
  run: async ({ agents, handoffs }, { agent }) => {
    const state = await agents.readState(agent.id)
    const open = await handoffs.readMany(state?.open ?? [])
    // Whoever has left a team can do nothing about what they held there: it goes back by its timers, and is not shown.
    const mine = open.filter(
      ({ status, agentId, team }) => status === 'claimed' && agentId === agent.id && serves(agent, team),
    )
    const ordered = mine.toSorted((a, b) => a.startedAt - b.startedAt)
    return jsonAnswer(200, { handoffs: ordered.map((handoff) => handoffView(handoff)) })
  },
})
