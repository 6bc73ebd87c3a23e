import { expect, test } from 'vitest'
import { customerNow } from '#shared/handoff/customer-now.ts'
import { humanPlease, openCustomerDesk, threadId } from '#tests/support/customer-desk.ts'
import { inbound } from '#tests/support/inbound.ts'
import { testConfig } from '#tests/support/test-config.ts'

const tokens = { issuer: 'https://shop.example.com', audience: 'baton', secret: true } as const
const config = testConfig({ identity: { tokens } })
const signedIn = { id: 'c-1', verified: { email: 'ada@example.com' } }

const waiting = async () => {
  const desk = openCustomerDesk()
  const says = (text: string, sender: NonNullable<Parameters<typeof inbound>[0]['sender']>) =>
    desk.turn([inbound({ text, receivedAt: desk.ports.clock(), sender })])
  await says(humanPlease, { id: 'visitor-9', name: 'Ada', verified: {} })
  const now = async () => {
    const [handoff] = await desk.ports.handoffs.ofThread(threadId)
    if (!handoff) throw new Error('nothing was handed off')
    return customerNow(handoff, await desk.state(), config)
  }
  return { says, now }
}

test('whoever signs in while they wait is known to the agent as whom they are', async () => {
  const { says, now } = await waiting()
  const before = await now()

  await says('I have signed in now.', { id: 'visitor-9', verified: {}, signedIn })

  expect(before).toMatchObject({ id: 'visitor-9', verified: {}, verifications: [] })
  expect(await now()).toMatchObject({
    id: 'c-1',
    verified: { email: 'ada@example.com' },
    verifications: [
      { what: 'email', how: 'token', by: 'a token of https://shop.example.com' },
      { what: 'customer', value: 'c-1', how: 'token' },
    ],
  })
})

test('what is vouched for about another, who writes on the thread meanwhile, is not theirs', async () => {
  const { says, now } = await waiting()

  await says('I am with her.', { id: 'u-66', verified: { email: 'bob@example.com' } })

  expect(await now()).toMatchObject({ id: 'visitor-9', verified: {}, verifications: [] })
})
