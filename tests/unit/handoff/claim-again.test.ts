import { expect, test } from 'vitest'
import { giveBack } from '#shared/handoff/give-back.ts'
import { ClaimSpentError } from '#shared/line/errors.ts'
import { ann, bob, openDesk } from '#tests/support/desk.ts'

const leaseMs = 120_000

test('the same claim again is the same conversation, and takes no other', async () => {
  const desk = openDesk()
  const first = await desk.waits(90)
  const second = await desk.waits(5)

  const claims = [await desk.claim(ann, { claimId: 'c' }), await desk.claim(ann, { claimId: 'c' })]

  expect(claims.map((claimed) => claimed?.handoff.id)).toEqual([first.handoff.id, first.handoff.id])
  expect(await desk.read(second.handoff.id)).toMatchObject({ state: { status: 'waiting' } })
  expect(desk.ports.tickets.visible('care')).toBe(1)
})

test('the same claim again finds its conversation in an empty line', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  await desk.claim(ann, { claimId: 'c' })

  expect((await desk.claim(ann, { claimId: 'c' }))?.handoff.id).toBe(handoff.id)
})

test('a claim whose answer was lost finds its conversation', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  await desk.waits(5)
  desk.ports.transactions.afterCommit = () => {
    desk.ports.transactions.afterCommit = undefined
    throw new Error('the answer was lost')
  }
  await expect(desk.claim(ann, { claimId: 'c' })).rejects.toThrow('the answer was lost')
  desk.ports.clock.advance(31_000)

  expect((await desk.claim(ann, { claimId: 'c' }))?.handoff.id).toBe(handoff.id)
})

test('two agents may use the same claim id', async () => {
  const desk = openDesk()
  await desk.waits(90)
  await desk.waits(5)

  const claims = [await desk.claim(ann, { claimId: 'c' }), await desk.claim(bob, { claimId: 'c' })]

  expect(new Set(claims.map((claimed) => claimed?.handoff.id)).size).toBe(2)
})

test('a claim id whose conversation went on is spent', async () => {
  const desk = openDesk()
  await desk.waits(90)
  await desk.claim(ann, { claimId: 'c' })
  desk.ports.clock.advance(leaseMs)
  await desk.claimed(bob)

  await expect(desk.claim(ann, { claimId: 'c' })).rejects.toThrow(ClaimSpentError)
})

test('a claim id is spent when its conversation was given back, and somebody else has it', async () => {
  const desk = openDesk()
  const { handoff } = await desk.waits(90)
  await desk.claim(ann, { claimId: 'c' })
  await giveBack(desk.ports, 'release', desk.request(ann, handoff.id))
  await desk.claimed(bob)

  await expect(desk.claim(ann, { claimId: 'c' })).rejects.toThrow(ClaimSpentError)
})

test('a claim id gives nothing of a team that its agent has left', async () => {
  const desk = openDesk()
  await desk.waits(90)
  await desk.claim(ann, { claimId: 'c' })

  const elsewhere = { ...ann, teams: ['billing'] }
  await expect(desk.claim(elsewhere, { claimId: 'c', team: 'billing' })).rejects.toThrow(ClaimSpentError)
})
