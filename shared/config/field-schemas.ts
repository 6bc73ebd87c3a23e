import { z } from 'zod'

/** Ids appear in URLs, queue names, token claims and sort keys: no separators, no case. */
const idOf = (longest: number) => {
  const shape = `a lower-case id of letters, digits and dashes, at most ${longest}, starting with a letter`
  return z.string().regex(new RegExp(`^[a-z][a-z0-9-]{0,${longest - 1}}$`), shape)
}

export const idSchema = idOf(40)

/** The URLs of twenty teams' queues, each with the id beside it, share the 4 KB of a function's environment. */
export const teamIdSchema = idOf(32)

export const languageSchema = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language tag such as "en" or "pt-BR"')

export const keyChoice = 'true, false or the ARN of a KMS key such as "arn:aws:kms:eu-central-1:123456789012:key/…"'
export const keyArnSchema = z.string().regex(/^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[A-Za-z0-9-]+$/, keyChoice)

/** A host as browsers write it; `*.` in front stands for all below it. */
export const siteSchema = z
  .string()
  .regex(
    /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,63}$/,
    'a host in small letters, such as "shop.example.com" or "*.example.com"',
  )
