import { expect, test } from 'vitest'
import { serves } from '#shared/line/agent.ts'
import { agentOf } from '#tests/support/waiting-conversation.ts'

test('an agent serves their own teams, and no others', () => {
  const agent = { ...agentOf('ann'), teams: ['care'] }

  expect(serves(agent, 'care')).toBe(true)
  expect(serves(agent, 'billing')).toBe(false)
})

test.each(['supervisor', 'admin'])('a %s serves every team', (role) => {
  const agent = { ...agentOf('ann'), teams: [], supervisor: false, admin: false }

  expect(serves({ ...agent, [role]: true }, 'billing')).toBe(true)
})
