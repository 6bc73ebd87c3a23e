import { CommandError } from '../command/errors.ts'
import type { TakenOptions } from '../command/options.ts'

export interface AddRequest {
  readonly verb: 'add'
  readonly email: string
  readonly name: string | undefined
  /** Teams and roles, all of them groups of the pool. */
  readonly groups: readonly string[]
  readonly invite: boolean
}

export interface TokenRequest {
  readonly verb: 'token'
  readonly email: string
  readonly newPassword: boolean
}

export const agentOptions = {
  name: 'value',
  teams: 'list',
  role: 'list',
  'no-invitation': 'flag',
  'new-password': 'flag',
} as const

const listed = (values: readonly string[] = []): readonly string[] =>
  values
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean)

/** In lower case: the pool tells addresses apart by it, and people do not. @throws {CommandError} */
const emailOf = (word: string | undefined): string => {
  if (word && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(word)) return word.toLowerCase()
  throw new CommandError(`"${word ?? ''}" is not allowed: must be an agent's mail address, such as ada@example.com`)
}

/** Reads `add ada@example.com --name "Ada" --teams care` and `token ada@example.com`. @throws {CommandError} */
export const readRequest = ({ values, rest }: TakenOptions): AddRequest | TokenRequest => {
  const [verb, word, ...others] = rest
  if (verb !== 'add' && verb !== 'token')
    throw new CommandError(`"${verb ?? ''}" is not allowed: must be add or token; see --help`)
  if (others.length > 0) throw new CommandError(`"${others[0]}" is one word too many: quote a name of two`)
  const email = emailOf(word)
  if (verb === 'token') return { verb, email, newPassword: Boolean(values['new-password']) }
  const groups = [...new Set([...listed(values.teams), ...listed(values.role)])]
  if (groups.length > 0) return { verb, email, name: values.name?.[0], groups, invite: !values['no-invitation'] }
  throw new CommandError('an agent serves a team or has a role: --teams care, or --role supervisor')
}
