import * as z from 'zod/mini'
import { heartbeat } from '#shared/handoff/heartbeat.ts'
import { jsonAnswer } from '#shared/lambda/json.ts'
import { heldCommand, heldProblems } from './held.ts'
import { agentOperation } from './ports.ts'
import { handoffPath, timeOf, timeSchema } from './shapes/fields.ts'

export const leaseSchema = z.object({
  /** Absent once the handoff is accepted: then there is no lease any more. */
  leaseUntil: z.optional(timeSchema),
})

export const keepHandoff = agentOperation({
  operationId: 'heartbeat',
  summary: 'Keep what you hold',
  description:
    'Begins the lease anew or, once accepted, the time after which an unanswered customer goes back to the line.',
  route: 'POST /handoffs/{id}/heartbeat',
  path: handoffPath,
  answers: {
    200: { description: 'Still yours', schema: leaseSchema, example: { leaseUntil: '2026-11-23T10:02:00.000Z' } },
  },
  problems: heldProblems,
  run: async (ports, request) => {
    const leaseUntil = await heartbeat(ports, ports.config, heldCommand(request))
    return jsonAnswer(200, leaseUntil === undefined ? {} : { leaseUntil: timeOf(leaseUntil) })
  },
})
