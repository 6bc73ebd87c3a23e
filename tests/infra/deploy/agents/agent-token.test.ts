import { expect, test } from 'vitest'
import { agentToken } from '#infra/deploy/agents/agent-token.ts'
import type { Challenge, SignedIn } from '#infra/deploy/agents/ports.ts'
import { memoryPool } from '../support/memory-pool.ts'
import { silentTerminal } from '../support/silent-terminal.ts'

const email = 'ada@example.com'
const challenged = (challenge: Challenge, named: string): SignedIn => ({
  kind: 'challenge',
  challenge,
  named,
  session: 's',
})

const play = async (
  { password, newPassword = false }: { password?: string; newPassword?: boolean },
  typed: readonly string[] = [],
  answers: readonly SignedIn[] = [],
) => {
  const { pool, members, heard } = memoryPool(...answers)
  members.set(email, { name: 'Ada', password: 'right', groups: ['care'] })
  const notes: string[] = []
  const terminal = silentTerminal(...typed)
  const signIn = { pool, terminal, note: (line: string) => notes.push(line), password, makePassword: () => 'made' }
  const token = await agentToken(signIn, { verb: 'token', email, newPassword })
  return { token, heard, notes, questions: terminal.questions, members }
}

test('with the password from the environment, nobody is asked, and the token comes alone', async () => {
  const { token, questions, notes } = await play({ password: 'right' })

  expect(token).toBe('id-token')
  expect(questions).toEqual([])
  expect(notes).toEqual(['good for 60 minutes; send it as "authorization: Bearer …"'])
})

test('with somebody at the terminal, the password is asked for, unseen', async () => {
  const { token, questions } = await play({}, ['right'])

  expect(token).toBe('id-token')
  expect(questions).toEqual([`Password of ${email}: `])
})

test('a wrong password is refused in the words of Cognito', async () => {
  await expect(play({ password: 'wrong' })).rejects.toThrow('could not sign in: Incorrect username or password.')
})

test('without a password, and nobody to ask, the ways out are named', async () => {
  await expect(play({})).rejects.toThrow('set BATON_AGENT_PASSWORD, or say --new-password')
})

test('a new password replaces the old one, is shown, and is used', async () => {
  const { token, heard, notes } = await play({ newPassword: true })

  expect(token).toBe('id-token')
  expect(heard).toEqual(['signed in with made'])
  expect(notes[0]).toBe(`the password of ${email} is now made`)
})

test('at a first sign-in the new password is asked for, then a code if Cognito wants one', async () => {
  const { token, heard } = await play(
    { password: 'right' },
    ['Brand-new-one-1', '123456'],
    [challenged('new-password', 'NEW_PASSWORD_REQUIRED'), challenged('one-time-code', 'SOFTWARE_TOKEN_MFA')],
  )

  expect(token).toBe('id-token')
  expect(heard).toEqual(['signed in with right', 'new-password: Brand-new-one-1', 'one-time-code: 123456'])
})

test('a first password in a script, where nobody can choose another, names the way out', async () => {
  const first = play({ password: 'right' }, [], [challenged('new-password', 'NEW_PASSWORD_REQUIRED')])

  await expect(first).rejects.toThrow('a first password is replaced by --new-password')
})

test('a question that cannot be answered here is named', async () => {
  const asked = play({ password: 'right' }, ['x'], [challenged('other', 'WEB_AUTHN')])

  await expect(asked).rejects.toThrow('asks ada@example.com for WEB_AUTHN, which cannot be answered here')
})

test('an agent who is not there has no token', async () => {
  const { pool } = memoryPool()
  const signIn = { pool, terminal: silentTerminal(), note: () => {}, password: 'x', makePassword: () => 'made' }

  await expect(agentToken(signIn, { verb: 'token', email, newPassword: true })).rejects.toThrow('there is no agent')
})
