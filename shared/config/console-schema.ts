import { z } from 'zod'

/** The agents' console (docs/console.md): `{}` is enough where the stack makes the user pool. */
export const consoleSchema = z.strictObject({
  /** With `auth.oidc`: the public client, without a secret, that the company's issuer knows the console as. */
  clientId: z.string().min(1).optional(),
  /** Asked of the issuer. */
  scopes: z.array(z.string().min(1)).min(1).default(['openid', 'profile']),
  /** Further origins that the issuer answers at, where its token endpoint is not its own address. */
  issuerOrigins: z.array(z.url('an https URL')).default([]),
  /** A name of the company's own. @default one of CloudFront's */
  domain: z
    .strictObject({
      name: z.string().regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'a host such as "desk.example.com"'),
      certificateArn: z
        .string()
        .regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, 'the ARN of a certificate in us-east-1'),
    })
    .optional(),
})
