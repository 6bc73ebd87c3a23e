import * as z from 'zod/mini'

const share = z.number().check(z.gte(0), z.lte(1))
/** Longer than any sensible answer; a model that writes more is not answering. */
const replyLimit = 6_000

/** What the model says of the customer's message beside its reply. It can add a trigger, never remove one. */
export const signalsSchema = z.object({
  answered: z.boolean(),
  topic: z.optional(z.string().check(z.maxLength(80))),
  wantsHuman: z.boolean(),
  frustration: share,
  distress: z.boolean(),
  restatesEarlierQuestion: z.boolean(),
  wish: z.string().check(z.maxLength(300)),
  ownTopics: z.array(z.string().check(z.maxLength(40))),
})
export type Signals = z.infer<typeof signalsSchema>

/** The input of the forced `reply` tool: validated always, whatever the model's family promises. */
export const replySchema = z.extend(signalsSchema, {
  reply: z.string().check(z.trim(), z.minLength(1), z.maxLength(replyLimit)),
  /** A model that names none rests on nothing. */
  sources: z._default(z.array(z.union([z.string().check(z.maxLength(40)), z.number()])).check(z.maxLength(40)), []),
})
