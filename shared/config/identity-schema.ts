import { z } from 'zod'

const audience = z.string().min(1).max(200)

/** Signed tokens of the company's own site, which its chat sends with each message. */
export const siteTokensSchema = z.strictObject({
  /** As it stands in `iss`, letter for letter. */
  issuer: z.string().min(1).max(200),
  /** One of them has to stand in `aud`. */
  audience: z.union([audience, z.array(audience).min(1)], 'a text, or a list of texts'),
  /** Where the site publishes its public keys; or else `secret`. */
  jwksUri: z.url('an https URL').optional(),
  /** Signed with HS256 and the secret that the stack makes; or else `jwksUri`. */
  secret: z.literal(true).optional(),
  /** The claim that holds the customer's id. */
  idClaim: z.string().min(1).max(100).default('sub'),
  accountClaim: z.string().min(1).max(100).default('account'),
})

/** Asked who writes, where nobody knows. */
export const resolverSchema = z.strictObject({
  url: z.url('an https URL'),
  secret: z.literal(true),
  timeoutSeconds: z.number().min(0.5).max(5).default(2),
})

export const identitySchema = z.strictObject({
  tokens: siteTokensSchema.optional(),
  resolver: resolverSchema.optional(),
})
