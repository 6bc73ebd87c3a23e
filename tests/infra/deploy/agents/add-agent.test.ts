import { expect, test } from 'vitest'
import { addAgent } from '#infra/deploy/agents/add-agent.ts'
import { newPassword } from '#infra/deploy/agents/new-password.ts'
import { agentOptions, readRequest } from '#infra/deploy/agents/read-request.ts'
import { takeOptions } from '#infra/deploy/command/options.ts'
import { memoryPool } from '../support/memory-pool.ts'

const request = (given = {}) => ({
  verb: 'add' as const,
  email: 'ada@example.com',
  name: 'Ada',
  groups: ['care'],
  invite: true,
  ...given,
})

test('a new agent is made, invited and put into every team and role', async () => {
  const { pool, members, heard } = memoryPool()
  const lines = await addAgent(pool, request({ groups: ['care', 'supervisor'] }))

  expect(members.get('ada@example.com')).toEqual({ name: 'Ada', groups: ['care', 'supervisor'] })
  expect(heard).toEqual(['invited'])
  expect(lines).toEqual([
    'ada@example.com is made; Cognito mails a first password, good for 7 days',
    'ada@example.com is in: care, supervisor',
  ])
})

test('asked twice, it happens once', async () => {
  const { pool, members, heard } = memoryPool()

  await addAgent(pool, request())
  const lines = await addAgent(pool, request({ name: undefined }))

  expect(members.get('ada@example.com')).toEqual({ name: 'Ada', groups: ['care'] })
  expect(heard).toEqual(['invited'])
  expect(lines[0]).toBe('ada@example.com was there already')
})

test('adding a team takes none away, and a new name is taken over', async () => {
  const { pool, members } = memoryPool()

  await addAgent(pool, request())
  const lines = await addAgent(pool, request({ groups: ['billing'], name: 'Ada L.' }))

  expect(members.get('ada@example.com')).toEqual({ name: 'Ada L.', groups: ['care', 'billing'] })
  expect(lines[1]).toBe('ada@example.com is in: billing, care')
})

test('an unknown team is refused with those there are, before anybody is made', async () => {
  const { pool, members } = memoryPool()

  await expect(addAgent(pool, request({ groups: ['care', 'kare'] }))).rejects.toThrow(
    'no team or role "kare": there are admin, billing, care, supervisor',
  )
  expect(members.size).toBe(0)
})

test('a new agent needs a name for customers to read', async () => {
  await expect(addAgent(memoryPool().pool, request({ name: undefined }))).rejects.toThrow('--name')
})

test('without an invitation nobody is told', async () => {
  const { pool, heard } = memoryPool()

  await addAgent(pool, request({ invite: false }))

  expect(heard).toEqual(['made'])
})

const read = (...words: string[]) => readRequest(takeOptions(words, agentOptions))

test('a command line is read as it is meant', () => {
  const words = ['add', 'Ada@Example.com', '--name', 'Ada L', '--teams', 'care, billing', '--role', 'supervisor']

  expect(read(...words)).toEqual(request({ name: 'Ada L', groups: ['care', 'billing', 'supervisor'] }))
  expect(read('add', 'ada@example.com', '--teams', 'care', '--no-invitation')).toMatchObject({ invite: false })
  expect(read('token', 'ada@example.com', '--new-password')).toEqual({
    verb: 'token',
    email: 'ada@example.com',
    newPassword: true,
  })
})

test.each([
  [['remove', 'ada@example.com'], /must be add or token/],
  [[], /must be add or token/],
  [['add', 'ada'], /must be an agent's mail address/],
  [['token'], /must be an agent's mail address/],
  [['add', 'ada@example.com'], /serves a team or has a role/],
  [['add', 'ada@example.com', 'Ada'], /one word too many/],
])('%j is refused', (words, reason) => {
  expect(() => read(...words)).toThrow(reason)
})

test.each([[0], [0.5], [0.999]])('a new password meets the policy of the pool, whatever the dice say (%s)', (dice) => {
  const password = newPassword((limit) => Math.floor(dice * limit))

  expect(password).toHaveLength(20)
  for (const kind of [/[A-Z]/, /[a-z]/, /\d/, /[-_.!+=]/]) expect(password).toMatch(kind)
})
