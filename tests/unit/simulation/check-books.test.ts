import { beforeAll, describe, expect, test } from 'vitest'
import { textOf } from '#tests/simulation/table/attribute.ts'
import { number, of, type Plant, PlantedDay, text } from './planted-day.ts'

const plants: readonly Plant[] = [
  ['nothing wakes the sweep', (day) => day.strip(day.find('~STATE', of('waiting')), 'timerAt'), /^stuck: .* no timer/],
  ['a place in the line is gone', (day) => day.remove(day.find('W#')), /^stuck: .* 0 places/],
  [
    'somebody stands in two lines',
    (day) => day.change(day.find('W#'), { pk: text('LINE#billing'), team: text('billing') }),
    /^stuck: .* 2 places/,
  ],
  [
    'somebody stands in the wrong line',
    (day) => {
      day.remove(day.find('W#'))
      day.change(day.find('W#'), { pk: text('LINE#billing'), team: text('billing') })
    },
    /^bookkeeping: .* team is billing/,
  ],
  [
    'a place says another team than its line',
    (day) => day.change(day.find('W#'), { team: text('billing') }),
    /^bookkeeping: LINE#care .* is of billing/,
  ],
  [
    'a place has another start than its conversation',
    (day) => day.change(day.find('W#'), { startedAt: number(1) }),
    /^bookkeeping: .* startedAt is 1/,
  ],
  [
    'a place has an old epoch',
    (day) => day.change(day.find('W#'), { epoch: number(0) }),
    /^bookkeeping: .* epoch is 0/,
  ],
  [
    'a lease is another agent’s',
    (day) => day.change(day.find('L#'), { agentId: text('eve') }),
    /^bookkeeping: .* agentId is eve/,
  ],
  [
    'a lease that ended stays',
    (day) => {
      const { agentId, leaseUntil, ...rest } = day.find('~STATE', (item) => of('claimed')(item) && !item.acceptedAt)
      day.change(rest, { status: text('assistant') })
    },
    /^stuck: .* a place in a line/,
  ],
  [
    'a thread is gone while it waits',
    (day) => day.remove(day.find('~STATE', of('waiting'))),
    /^stuck: .* stands in a line for nobody/,
  ],
  [
    'an open handoff is gone',
    (day) => day.remove(day.find('HANDOFF#', of('waiting'))),
    /^stuck: .* the handoff says otherwise/,
  ],
  [
    'a handoff that is over is gone',
    (day) => day.remove(day.find('HANDOFF#', of('closed'))),
    /^lost: .*HANDOFF#.* is gone/,
  ],
  [
    'a handoff is open and nobody’s',
    (day) => day.strip(day.find('HANDOFF#', of('closed')), 'endedAt'),
    /^bookkeeping: .* is open and nobody's/,
  ],
  [
    'a handoff ended by halves',
    (day) => day.strip(day.find('HANDOFF#', of('closed')), 'outcome'),
    /^bookkeeping: .* ended by halves/,
  ],
  [
    'a handoff ended otherwise than the agent said',
    (day) =>
      day.change(
        day.find('HANDOFF#', (item) => textOf(item.endedBy) === 'ann' && of('closed')(item)),
        { outcome: text('spam') },
      ),
    /^lost: .* resolve by ann and is closed, spam/,
  ],
  [
    'a handoff forgets a release',
    (day) =>
      day.change(
        day.find('HANDOFF#', (item) => textOf(item.releases) === '1'),
        { releases: number(0) },
      ),
    /^bookkeeping: .* counts 0 releases/,
  ],
  [
    'a handoff counts a claim too many',
    (day) => day.change(day.find('HANDOFF#'), { claims: number(9) }),
    /^bookkeeping: .* counts 9 claims/,
  ],
  [
    'a handoff counts an expiry that was none',
    (day) => day.change(day.find('HANDOFF#'), { expiries: number(9) }),
    /^bookkeeping: .* arrivals of/,
  ],
  [
    'a handoff’s wait before is wrong',
    (day) => day.change(day.find('HANDOFF#'), { startedAt: number(5) }),
    /^bookkeeping: .* began when its conversation did not/,
  ],
  [
    'a handoff was opened at another time',
    (day) => day.change(day.find('HANDOFF#'), { openedAt: number(2e13) }),
    /^bookkeeping: .* says it was opened at/,
  ],
  [
    'a handoff was claimed at another time',
    (day) => day.change(day.find('HANDOFF#', of('closed')), { firstClaimedAt: number(5) }),
    /^bookkeeping: .* says it was claimed at 5/,
  ],
  [
    'a handoff was answered by nobody',
    (day) => day.change(day.find('HANDOFF#', of('waiting')), { firstReplyAt: number(5) }),
    /^bookkeeping: .* was never answered/,
  ],
  [
    'an agent’s hands are one too full',
    (day) => day.change(day.find('STATE'), { open: { SS: ['nobody.1.1'] } }),
    /^bookkeeping: .* counts nobody.1.1 and does not hold it/,
  ],
  [
    'an agent holds what their hands do not',
    (day) =>
      day.strip(
        day.find('STATE', (item) => textOf(item.pk) === 'AGENT#ann'),
        'open',
      ),
    /^bookkeeping: ann holds .* and does not count it/,
  ],
  [
    'a thread miscounts its messages',
    (day) => day.change(day.find('~STATE'), { messages: number(99) }),
    /^bookkeeping: .* counts 99 messages/,
  ],
  [
    'a thread miscounts its handoffs',
    (day) => day.change(day.find('~STATE'), { handoffs: number(99) }),
    /^bookkeeping: .* counts 99 handoffs/,
  ],
  [
    'a thread’s last message is another',
    (day) => day.change(day.find('~STATE'), { lastMessageAt: number(5) }),
    /^bookkeeping: .* last message is another/,
  ],
  [
    'a conversation keeps an older one’s start',
    (day) => day.change(day.find('~STATE'), { startedAt: number(5) }),
    /^bookkeeping: .* began at 5/,
  ],
  ['a conversation that ended has no record', (day) => day.remove(day.find('CONV#')), /^bookkeeping: .* records of/],
  [
    'a conversation’s record miscounts',
    (day) => day.change(day.find('CONV#'), { messages: number(99) }),
    /^bookkeeping: .* the record of .* counts 99/,
  ],
  [
    'messages are left without a thread',
    (day) => day.remove(day.find('~STATE', of('closed'))),
    /^stuck: .* has messages and no state/,
  ],
]

const day = new PlantedDay()
beforeAll(() => day.play(), 60_000)

describe('found is', () => {
  test.each(plants)('%s', (_, plant, found) => {
    expect(day.foundAfter(plant)).toContainEqual(expect.stringMatching(found))
  })
})

const inQueues = ['inbound.fifo', 'outbound.fifo', 'inbound-dead.fifo', 'outbound-dead.fifo', 'team-care-dead']

test.each(inQueues)('found is a message that nobody came for in %s', (name) => {
  const queue = day.simulation.world.cloud.queue(name)
  queue.send({ body: '{}', groupId: 'a', deduplicationId: 'b' })

  const found = day.foundAfter(() => undefined)

  queue.purge()
  expect(found).toContainEqual(expect.stringMatching(`^stuck: (dead letters in|messages left in) ${name}`))
})

test('found is somebody who waits and whom no ticket calls for', () => {
  day.simulation.world.cloud.queue('team-care').purge()

  expect(day.foundAfter(() => undefined)).toContainEqual(expect.stringMatching('^stuck: fewer tickets than people'))
})
