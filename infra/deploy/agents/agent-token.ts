import { CommandError } from '../command/errors.ts'
import type { Terminal } from '../command/terminal.ts'
import type { AgentPool, Challenge, SignedIn } from './ports.ts'
import type { TokenRequest } from './read-request.ts'

export interface SignIn {
  readonly pool: AgentPool
  readonly terminal: Pick<Terminal, 'interactive' | 'askHidden'>
  /** What is said beside the token, which goes alone to where it may be piped. */
  note(line: string): void
  /** From the environment, for scripts. */
  readonly password: string | undefined
  makePassword(): string
}

export const passwordVariable = 'BATON_AGENT_PASSWORD'

const questions: Readonly<Record<Exclude<Challenge, 'other'>, string>> = {
  'new-password': 'The password was a first one. A new one (12 letters or more, digits, symbols): ',
  'one-time-code': 'Code of the authenticator: ',
}

/** Signs an agent in and gives the id token, the one with a name in it. @throws {CommandError} */
export const agentToken = async (signIn: SignIn, { email, newPassword }: TokenRequest): Promise<string> => {
  const { pool, note } = signIn
  if (!(await pool.find(email)))
    throw new CommandError(`there is no agent ${email}: make one with "npm run agent -- add"`)
  const password = newPassword ? await replacePassword(signIn, email) : await askPassword(signIn, email)
  let answer = await pool.signIn(email, password)
  while (answer.kind === 'challenge') answer = await meet(signIn, email, answer)
  if (answer.kind === 'refused') throw new CommandError(`${email} could not sign in: ${answer.reason}`)
  note(`good for ${Math.round(answer.seconds / 60)} minutes; send it as "authorization: Bearer …"`)
  return answer.idToken
}

const replacePassword = async ({ pool, note, makePassword }: SignIn, email: string): Promise<string> => {
  const password = makePassword()
  await pool.setPassword(email, password)
  note(`the password of ${email} is now ${password}`)
  return password
}

const askPassword = async ({ password, terminal }: SignIn, email: string): Promise<string> => {
  if (password) return password
  if (terminal.interactive) return terminal.askHidden(`Password of ${email}: `)
  throw new CommandError(`no password: set ${passwordVariable}, or say --new-password to replace it by a random one`)
}

const meet = async (
  { pool, terminal }: SignIn,
  email: string,
  { challenge, named, session }: Extract<SignedIn, { kind: 'challenge' }>,
): Promise<SignedIn> => {
  if (challenge === 'other') throw new CommandError(`Cognito asks ${email} for ${named}, which cannot be answered here`)
  if (!terminal.interactive)
    throw new CommandError(
      `Cognito asks ${email} for ${named}, and there is nobody to answer; a first password is replaced by --new-password`,
    )
  return pool.answer(email, challenge, session, await terminal.askHidden(questions[challenge]))
}
