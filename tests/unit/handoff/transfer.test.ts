import { expect, test } from 'vitest'
import { TransferTargetError } from '#shared/handoff/errors.ts'
import { transfer } from '#shared/handoff/transfer.ts'
import { ann, bob } from '#tests/support/desk.ts'
import { type HeldDesk, openHeldDesk } from '#tests/support/held-desk.ts'

const passOn = ({ desk, id }: HeldDesk, team = 'billing') =>
  transfer(desk.ports, desk.config, {
    ...desk.request(ann, id),
    team,
    reason: 'it is about an invoice',
    noteId: 'note',
    noticeId: 'notice',
  })

test('into the other line at the same place, and out of the agent’s hands', async () => {
  const open = await openHeldDesk()
  const { desk, id, held } = open
  const now = desk.ports.clock()

  await passOn(open)

  expect(await desk.read(id)).toMatchObject({
    state: { status: 'waiting', team: 'billing', epoch: 4, startedAt: held.state.startedAt },
    handoff: { status: 'waiting', team: 'billing', epoch: 4, transfers: 1, teamSince: now },
  })
  expect((await desk.ports.line.head('billing', () => 0)).first).toMatchObject({ handoffId: id, epoch: 4 })
  expect((await desk.ports.agents.readState('ann'))?.open).toEqual([])
})

test('the next agent reads why, and the customer does not', async () => {
  const open = await openHeldDesk()
  const { desk } = open
  await passOn(open)

  const taken = await desk.claim(bob, { team: 'billing' })

  expect(taken?.transcript.slice(-2)).toMatchObject([
    { id: 'note', text: 'it is about an invoice', internal: true, author: { kind: 'agent', id: 'ann' } },
    { id: 'notice', author: { kind: 'system' }, delivery: 'pending' },
  ])
  expect(desk.ports.outbound.sent.map(({ message }) => message.id)).toEqual(['notice'])
  expect(desk.ports.outbound.sent[0]?.message.text).toContain('Billing')
})

test('the old team’s ticket goes, the new team gets one', async () => {
  const open = await openHeldDesk()
  const { desk } = open

  await passOn(open)

  expect(await desk.ports.tickets.count('care')).toBe(1)
  expect(desk.ports.tickets.visible('billing')).toBe(1)
})

test.each(['care', 'nobody', 'constructor'])(
  'to %s it is refused, and the teams that are allowed are named',
  async (team) => {
    const open = await openHeldDesk()
    const before = open.desk.ports.table.snapshot()

    await expect(passOn(open, team)).rejects.toThrow(new TransferTargetError(team, ['billing']))

    expect(open.desk.ports.table.snapshot()).toEqual(before)
  },
)
