import { expect, test } from 'vitest'
import { lossOf } from '#console/desk/loss.ts'
import { at, handoff, ms } from './sample.ts'

test('what I hold is not lost', () => {
  expect(lossOf(handoff(), 'me')).toBeUndefined()
})

test.each([
  ['another agent has it', handoff({ agent: { id: 'bo', name: 'Bo' } }), { kind: 'taken', by: 'Bo', at: ms(20) }],
  [
    'it waits again',
    handoff({ status: 'waiting', team: 'billing' }),
    { kind: 'in-line', team: 'billing', at: undefined },
  ],
  ['the assistant has it', handoff({ status: 'returned' }), { kind: 'assistant' }],
  [
    'it is over',
    handoff({ status: 'closed', outcome: 'solved', endedAt: at(99) }),
    { kind: 'closed', outcome: 'solved', at: ms(99) },
  ],
  ['it is nowhere that I may look', undefined, { kind: 'gone' }],
])('%s', (_, given, loss) => {
  expect(lossOf(given, 'me')).toEqual(loss)
})
