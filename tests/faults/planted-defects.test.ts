import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { describe, expect, test } from 'vitest'
import { type Item, textOf } from '#tests/simulation/table/attribute.ts'
import { type Defect, playWith } from './play-defect.ts'

interface Transaction {
  TransactItems: TransactWriteItem[]
}
const writes =
  (change: (items: TransactWriteItem[], door: string) => TransactWriteItem[]): Defect =>
  ({ operation, input }, door) => {
    const transaction = input as Transaction
    if (operation === 'TransactWriteItems') transaction.TransactItems = change(transaction.TransactItems, door)
  }

const putOf = ({ Put }: TransactWriteItem): Item => Put?.Item ?? {}
const isBy = (kind: string) => (part: TransactWriteItem) => textOf(putOf(part).author?.M?.kind) === kind
const isAt = (prefix: string) => (part: TransactWriteItem) =>
  textOf((part.Put?.Item ?? part.Update?.Key ?? part.Delete?.Key)?.sk).startsWith(prefix)
const without = (is: (part: TransactWriteItem) => boolean) => writes((items) => items.filter((part) => !is(part)))
const changed = (is: (part: TransactWriteItem) => boolean, fields: Item): Defect =>
  writes((items) =>
    items.map((part) =>
      is(part) && part.Put ? { Put: { ...part.Put, Item: { ...part.Put.Item, ...fields } } } : part,
    ),
  )
const updated = (sk: string, name: string, value: Item[string]): Defect =>
  writes((items) => {
    for (const { Update } of items.filter(isAt(sk)))
      if (Update?.ExpressionAttributeValues?.[name]) Update.ExpressionAttributeValues[name] = value
    return items
  })

let sends = 0
const defects: readonly (readonly [name: string, defect: Defect, found: RegExp])[] = [
  ['a turn that forgets what the customer said', without(isBy('customer')), /^lost: /],
  ['a turn that keeps and does not answer', without(isBy('assistant')), /^unanswered: .*kept alone/],
  [
    'a turn that answers twice',
    writes((items) =>
      items.flatMap((part) =>
        isBy('assistant')(part)
          ? [
              part,
              {
                Put: {
                  ...part.Put,
                  TableName: 'simulated',
                  Item: { ...putOf(part), sk: { S: `${textOf(putOf(part).sk)}-2` } },
                },
              },
            ]
          : [part],
      ),
    ),
    /^duplicate: .*answered again/,
  ],
  ['a turn that cuts what the customer said', changed(isBy('customer'), { text: { S: 'How' } }), /^lost: /],
  [
    'a turn that keeps a message in another conversation',
    changed(isBy('customer'), { conversation: { N: '7' } }),
    /^bookkeeping: .*counts/,
  ],
  ['a handoff that tells nobody', without(isBy('system')), /^notice: .*not told once/],
  ['a handoff that enters no line', without(isAt('W#')), /^notice: .*entered no line/],
  [
    'a handoff to a line that is another’s',
    changed(isAt('W#'), { pk: { S: 'LINE#billing' } }),
    /^bookkeeping: LINE#billing/,
  ],
  [
    'a handoff that forgets its place',
    changed(isAt('W#'), { startedAt: { N: '5' } }),
    /^bookkeeping: .*startedAt is 5/,
  ],
  [
    'a handoff that says it was long ago',
    changed(isAt('HANDOFF#'), { openedAt: { N: '5' } }),
    /^bookkeeping: .*opened/,
  ],
  [
    'a claim that reads the line from its end',
    ({ operation, input }) => {
      const query = input as { ScanIndexForward?: boolean; ExpressionAttributeValues?: Item }
      if (operation === 'Query' && query.ExpressionAttributeValues?.[':pk']?.S === 'LINE#care')
        query.ScanIndexForward = false
    },
    /^order: .*claimed before/,
  ],
  [
    'a claim that leaves the place in the line',
    writes((items, door) => (door === 'AgentApi' ? items.filter((part) => !(part.Delete && isAt('W#')(part))) : items)),
    /^duplicate: .*taken from no line/,
  ],
  [
    'a claim that gives no lease',
    writes((items, door) => (door === 'AgentApi' ? items.filter((part) => !isAt('L#')(part)) : items)),
    /^(bookkeeping|stuck|stale|notice): /,
  ],
  ['an epoch that does not rise', updated('~STATE', ':to_epoch', { N: '1' }), /^stale: /],
  ['a reply of an agent that is kept nowhere', without(isBy('agent')), /^lost: \w+ ann messages/],
  [
    'a note that the customer gets',
    changed((part) => textOf(putOf(part).text) === 'Friendly', { internal: { NULL: true } }),
    /^(lost|notice|stuck|unexpected|bookkeeping): /,
  ],
  [
    'a release that is not counted',
    updated('HANDOFF#', ':by_releases', { N: '0' }),
    /^bookkeeping: .*counts 0 releases/,
  ],
  ['an outcome that nobody gave', updated('HANDOFF#', ':to_outcome', { S: 'spam' }), /^lost: .*resolve by ann/],
  [
    'an agent’s hands that are never free',
    writes((items) =>
      items.filter(
        (part) =>
          !(textOf(part.Update?.Key?.pk).startsWith('AGENT#') && part.Update?.UpdateExpression?.includes('DELETE')),
      ),
    ),
    /^bookkeeping: .*does not hold it/,
  ],
  [
    'a delivery that is marked and not sent',
    (attempt) => {
      if (attempt.service === 'channel') Object.assign(attempt, { answer: () => ({ status: 200, body: '' }) })
    },
    /^lost: marked as sent/,
  ],
  [
    'a delivery that sends twice',
    (attempt) => {
      if (attempt.service !== 'channel') return
      const { answer } = attempt
      sends += 1
      if (sends === 2) Object.assign(attempt, { answer: async () => [await answer(), await answer()][0] })
    },
    /^duplicate: sent again/,
  ],
  [
    'a delivery that writes into a line instead',
    (attempt) => {
      if (attempt.operation !== 'UpdateItem') return
      const update = attempt.input as { Key: Item }
      if (textOf(update.Key.sk).startsWith('MSG#')) update.Key = { pk: { S: 'LINE#care' }, sk: { S: 'W#1#x' } }
    },
    /^(stuck|bookkeeping): /,
  ],
]

test('the day itself breaks no promise', async () => {
  expect(await playWith(() => undefined)).toEqual([])
})

describe('seen from outside is', () => {
  test.each(defects)('%s', async (_, defect, found) => {
    sends = 0

    expect(await playWith(defect)).toContainEqual(expect.stringMatching(found))
  })
})
