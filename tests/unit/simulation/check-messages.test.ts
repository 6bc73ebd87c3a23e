import { beforeAll, describe, expect, test } from 'vitest'
import { type Item, textOf } from '#tests/simulation/table/attribute.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { by, isNote, type Plant, PlantedDay, text } from './planted-day.ts'

const sameTime = (item: Item, id: string) => text(`${textOf(item.sk).split('#').slice(0, 2).join('#')}#${id}`)

const plants: readonly Plant[] = [
  ['a customer’s message is gone', (day) => day.remove(day.find('MSG#', by('customer'))), /^lost: \w+ I want to talk/],
  [
    'a customer’s message is there twice',
    (day) => {
      const item = day.find('MSG#', by('customer'))
      day.change(item, { sk: sameTime(item, 'twin') })
    },
    /^duplicate: .* stored 2 times/,
  ],
  [
    'a customer’s words are altered',
    (day) => day.change(day.find('MSG#', by('customer')), { text: text('No') }),
    /^unexpected: \w+ No$/,
  ],
  [
    'a customer’s message is in somebody else’s thread',
    (day) => {
      const item = day.find('MSG#', by('customer'))
      day.remove(item)
      day.change(item, { pk: text(`THREAD#${threadOf('cleo')}`) })
    },
    /^lost: /,
  ],
  [
    'what nobody said is kept',
    (day) => {
      const item = day.find('MSG#', by('customer'))
      day.change(item, { sk: sameTime(item, 'ghost'), text: text('Boo') })
    },
    /^unexpected: \w+ Boo/,
  ],
  [
    'messages of a customer are kept in another order',
    (day) => {
      const { pk } = day.find('MSG#')
      const [first, second] = day.all('MSG#', (item) => textOf(item.pk) === textOf(pk) && by('customer')(item))
      if (!first || !second) return
      day.change(first, { text: text(textOf(second.text)) })
      day.change(second, { text: text(textOf(first.text)) })
    },
    /^order: stored too late/,
  ],
  ['a reply is gone', (day) => day.remove(day.find('MSG#', by('assistant'))), /^notice: sent and not kept: You asked/],
  [
    'a reply was never sent',
    (day) => day.change(day.find('MSG#', by('assistant')), { delivery: text('pending') }),
    /^stuck: not sent/,
  ],
  [
    'a reply is marked as sent and was not',
    (day) => {
      day.delivered.splice(0, 1)
    },
    /^lost: marked as sent/,
  ],
  [
    'a reply is marked as failed and was taken',
    (day) => day.change(day.find('MSG#', by('assistant')), { delivery: text('failed') }),
    /^bookkeeping: marked as failed and taken/,
  ],
  [
    'a message is neither',
    (day) => day.strip(day.find('MSG#', by('assistant')), 'delivery'),
    /^bookkeeping: neither sent nor failed/,
  ],
  [
    'what is sent is kept nowhere',
    (day) => day.send({ id: 'out_x', thread: 'ada', text: 'Who said that?' }),
    /^notice: sent and not kept: Who said that/,
  ],
  ['a message is sent twice', (day) => day.send({}), /^duplicate: sent again/],
  ['a message is sent to somebody else', (day) => day.send({ thread: 'nobody' }), /^unexpected: sent to nobody/],
  ['a message is sent with other words', (day) => day.send({ text: 'Pay here' }), /^unexpected: sent otherwise/],
  [
    'a note among agents is sent',
    (day) => {
      const note = day.find('MSG#', isNote)
      day.send({ id: textOf(note.sk).split('#')[2] ?? '', text: textOf(note.text) })
    },
    /^notice: sent and not kept: Friendly/,
  ],
  [
    'messages are sent in another order',
    (day) => {
      day.delivered.reverse()
    },
    /^order: delivered too early/,
  ],
  [
    'an answer is somebody else’s',
    (day) => {
      const other = day.find('MSG#', (item) => textOf(item.text) === 'I want to talk to a human (end 1)')
      day.change(day.find('MSG#', by('assistant')), { text: text(`You asked: ${textOf(other.text)}`) })
    },
    /^unexpected: an answer to somebody else/,
  ],
  [
    'an agent’s reply is gone',
    (day) => day.remove(day.find('MSG#', (item) => by('agent')(item) && !isNote(item))),
    /^lost: \w+ ann messages/,
  ],
  ['a note is gone', (day) => day.remove(day.find('MSG#', isNote)), /^lost: \w+ \w+ notes/],
  [
    'a message’s text is altered later',
    (day) => day.change(day.find('MSG#', by('system')), { text: text('Sorry') }),
    /^unexpected: .* says something else/,
  ],
]

const day = new PlantedDay()
beforeAll(() => day.play(), 60_000)

describe('found is', () => {
  test.each(plants)('%s', (_, plant, found) => {
    expect(day.foundAfter(plant)).toContainEqual(expect.stringMatching(found))
  })
})

test('a day that kept every promise is not accused', () => {
  expect(day.foundAfter(() => undefined)).toEqual([])
})
