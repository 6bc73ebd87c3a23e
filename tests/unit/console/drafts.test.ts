import { expect, test } from 'vitest'
import { openDrafts } from '#console/desk/drafts.ts'
import { shelf } from './sample.ts'

const day = 24 * 3_600_000
const open = (on = shelf(), now = 0, agent = 'me') => openDrafts(on, agent, () => now)

test('what was written is there after a reload, a reply and a note apart', () => {
  const on = shelf()
  open(on).write('h1', 'reply', { text: 'Dear Ada' })
  open(on).write('h1', 'note', { text: 'check the invoice', key: 'k' })

  const after = open(on)

  expect(after.read('h1', 'reply')).toEqual({ text: 'Dear Ada' })
  expect(after.read('h1', 'note')).toEqual({ text: 'check the invoice', key: 'k' })
  expect(after.read('h2', 'reply')).toEqual({ text: '' })
})

test('nothing is kept of an empty field', () => {
  const on = shelf()
  const drafts = open(on)
  drafts.write('h1', 'reply', { text: 'x' })

  drafts.write('h1', 'reply', { text: '' })

  expect(on.kept.size).toBe(0)
})

test('drafts of a week ago go, younger ones and what is not ours stay', () => {
  const on = shelf()
  on.setItem('else', 'theirs')
  open(on, 0).write('old', 'reply', { text: 'x' })
  open(on, 3 * day).write('young', 'reply', { text: 'y' })

  const drafts = open(on, 8 * day)

  expect([drafts.read('old', 'reply').text, drafts.read('young', 'reply').text]).toEqual(['', 'y'])
  expect(on.getItem('else')).toBe('theirs')
})

test('whoever signs out takes their words along, and nobody else’s', () => {
  const on = shelf()
  open(on, 0, 'me').write('h1', 'reply', { text: 'mine' })
  open(on, 0, 'bo').write('h1', 'reply', { text: 'theirs' })

  open(on, 0, 'me').forget()

  expect(open(on, 0, 'me').read('h1', 'reply').text).toBe('')
  expect(open(on, 0, 'bo').read('h1', 'reply').text).toBe('theirs')
})

test.each(['{', '7', 'null', '{"text":7}'])('what lies there as %s is no draft, and no trouble', (text) => {
  const on = shelf()
  on.setItem('baton.draft.me#h1#reply', text)

  expect(open(on).read('h1', 'reply')).toEqual({ text: '' })
})
