import * as z from 'zod/mini'
import type { BatonConfig } from '#shared/config/config.ts'
import { claim } from '#shared/handoff/claim.ts'
import { customerNow } from '#shared/handoff/customer-now.ts'
import type { HandoffWithTranscript } from '#shared/handoff/handoff-reader.ts'
import { emptyAnswer, jsonAnswer } from '#shared/lambda/json.ts'
import { agentOperation } from './ports.ts'
import { claimExample } from './shapes/examples.ts'
import { teamPath, timeOf, timeSchema, wholeNumberSchema, wordsSchema } from './shapes/fields.ts'
import { handoffSchema, handoffView } from './shapes/handoff.ts'
import { messageSchema, messageViews } from './shapes/message.ts'

export const claimSchema = z.object({
  /** Accept or answer before, or the conversation goes back to its place. */
  leaseUntil: timeSchema,
  handoff: handoffSchema,
  transcript: z.array(messageSchema),
})

const claimView = (
  { handoff, state, transcript, stored }: HandoffWithTranscript,
  config: BatonConfig,
): z.infer<typeof claimSchema> => ({
  leaseUntil: timeOf(state.status === 'claimed' ? state.leaseUntil : (handoff.leaseUntil ?? handoff.openedAt)),
  handoff: handoffView(handoff, { messages: transcript, stored, customer: customerNow(handoff, state, config) }),
  transcript: messageViews(transcript),
})

export const claimHead = agentOperation({
  operationId: 'claim',
  summary: "Take the head of a team's line",
  description:
    'The conversation that has lasted longest, whole, under a lease. Waits up to `wait` seconds for one. The same `claimId` again returns the same conversation, so a lost answer costs nothing.',
  route: 'POST /teams/{team}/claim',
  path: teamPath,
  query: z.strictObject({ wait: z._default(wholeNumberSchema(0, 20), 0) }),
  body: z.strictObject({ claimId: wordsSchema(128) }),
  bodyExample: { claimId: '6f9a2b' },
  keyInBody: true,
  answers: {
    200: { description: 'Yours, until `leaseUntil`', schema: claimSchema, example: claimExample },
    204: { description: 'Nobody waits' },
  },
  problems: [404, 409, 415],
  run: async (ports, { agent, path, query, body }) => {
    const command = { agent, team: path.team, claimId: body.claimId, waitSeconds: query.wait }
    const claimed = await claim(ports, ports.config, command)
    return claimed ? jsonAnswer(200, claimView(claimed, ports.config)) : emptyAnswer()
  },
})
