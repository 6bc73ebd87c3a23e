import * as z from 'zod/mini'
import { describeIssues } from '../channel/describe-issues.ts'
import { EnvironmentError } from './errors.ts'

/** A resource's name has no default: a door that was not told it must not guess. */
export const nameSchema = z.string().check(z.minLength(1))

const parseJson = z.transform((text: string, context) => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    context.issues.push({ code: 'custom', message: 'must be JSON', input: text })
    return z.NEVER
  }
})

/** A JSON object of names: `TEAM_QUEUE_URLS` from team to queue, `INBOUND_SECRET_IDS` from channel to secret. */
export const namesSchema = z.pipe(z.pipe(z.string(), parseJson), z.record(z.string(), nameSchema))

/**
 * Reads what a door is told by its environment, once, at its cold start.
 * @throws EnvironmentError naming every variable that is missing or wrong, and never a value.
 */
export const readEnv = <Schema extends z.ZodMiniType>(
  schema: Schema,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.output<Schema> => {
  const read = z.safeParse(schema, env)
  if (!read.success) throw new EnvironmentError(describeIssues(read.error.issues))
  return read.data
}
