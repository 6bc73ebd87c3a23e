import { CommandError } from '../command/errors.ts'
import type { AgentPool } from './ports.ts'
import type { AddRequest } from './read-request.ts'

/** Makes an agent, or adds to one that there is; asked twice, it happens once. Nothing is taken away. @throws {CommandError} */
export const addAgent = async (pool: AgentPool, request: AddRequest): Promise<readonly string[]> => {
  const { email, groups, name } = request
  const known = await pool.groups()
  const unknown = groups.filter((group) => !known.includes(group))
  if (unknown.length > 0)
    throw new CommandError(`no team or role "${unknown.join('", "')}": there are ${known.join(', ')}`)
  const found = await pool.find(email)
  const made = found ? await renamed(pool, email, name) : await created(pool, request)
  for (const group of groups) if (!found?.groups.includes(group)) await pool.join(email, group)
  const all = [...new Set([...(found?.groups ?? []), ...groups])].sort()
  return [
    made,
    `${email} is in: ${all.join(', ')}`,
    ...(found?.enabled === false ? [`${email} is disabled in Cognito`] : []),
  ]
}

const created = async (pool: AgentPool, { email, name, invite }: AddRequest): Promise<string> => {
  if (!name) throw new CommandError(`${email} is new: --name "…" says what customers read`)
  await pool.create(email, name, invite)
  return `${email} is made; ${invite ? 'Cognito mails a first password, good for 7 days' : 'nobody was told'}`
}

const renamed = async (pool: AgentPool, email: string, name: string | undefined): Promise<string> => {
  if (!name) return `${email} was there already`
  await pool.rename(email, name)
  return `${email} was there already, and is called ${name}`
}
