import { z } from 'zod'

interface Described {
  readonly description?: string | undefined
}

/** The closed part of JSON Schema that Converse takes and the turn checks: no references, no patterns, nothing open. */
export type ToolField =
  | (Described & {
      readonly type: 'string'
      readonly enum?: readonly string[] | undefined
      readonly minLength?: number | undefined
      readonly maxLength?: number | undefined
    })
  | (Described & {
      readonly type: 'integer' | 'number'
      readonly minimum?: number | undefined
      readonly maximum?: number | undefined
    })
  | (Described & { readonly type: 'boolean' })
  | (Described & { readonly type: 'array'; readonly items: ToolField; readonly maxItems?: number | undefined })
  | ToolObject

export interface ToolObject extends Described {
  readonly type: 'object'
  readonly properties: Readonly<Record<string, ToolField>>
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: false | undefined
}

const described = { description: z.string().min(1).max(500).optional() }
const length = z.int().min(0).max(10_000).optional()
const fieldName = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, 'letters, digits and _, such as "order"')

const objectSchema: z.ZodType<ToolObject> = z.lazy(() =>
  z.strictObject({
    type: z.literal('object'),
    ...described,
    properties: z.record(fieldName, fieldSchema),
    required: z.array(z.string()).optional(),
    additionalProperties: z.literal(false).optional(),
  }),
)

const number = { ...described, minimum: z.number().optional(), maximum: z.number().optional() }
const plainFields = [
  z.strictObject({
    type: z.literal('string'),
    ...described,
    enum: z.array(z.string().min(1).max(100)).min(1).max(100).optional(),
    minLength: length,
    maxLength: length,
  }),
  z.strictObject({ type: z.enum(['integer', 'number']), ...number }),
  z.strictObject({ type: z.literal('boolean'), ...described }),
] as const

const fieldSchema: z.ZodType<ToolField> = z.lazy(() =>
  z.union(
    [
      ...plainFields,
      z.strictObject({
        type: z.literal('array'),
        ...described,
        items: fieldSchema,
        maxItems: z.int().min(1).max(1_000).optional(),
      }),
      objectSchema,
    ],
    'a schema of type string, integer, number, boolean, array or object, without patterns and references',
  ),
)

const targetSchema = z.union(
  [
    z.strictObject({ url: z.url('an https URL'), secret: z.literal(true) }),
    z.strictObject({ lambda: z.string().min(1).max(300) }),
  ],
  'a URL with a secret, { url, secret: true }, or a function, { lambda: its ARN }',
)

/** Something of the company's own that the assistant may ask, such as the orders. */
export const toolSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]{1,39}$/, 'lower-case letters, digits and _, such as "look_up_order"'),
  /** What the model reads to know when to call it. */
  description: z.string().min(10).max(500),
  /** Words that ask for it: no model decides that a question which no article answers needs no person. */
  phrases: z.array(z.string().min(2).max(200)).min(1).max(200),
  input: objectSchema,
  /** What it answers; whatever else it answers is left out. Without it any JSON object is taken. */
  output: objectSchema.optional(),
  target: targetSchema,
  /** Whether calling it twice does no more than calling it once: then a call that failed is made once more. */
  safe: z.boolean(),
  /** Not offered where nobody vouches for who writes. */
  needsCustomer: z.boolean().default(true),
  timeoutSeconds: z.number().min(0.5).max(10).default(3),
})
