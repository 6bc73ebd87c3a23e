import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from './judging.ts'

const config = triggersWith()
const heard = (text: string): readonly string[] => {
  const { certain, possible } = judgeMessage(saying(text), config, ears)
  return [...certain, ...possible].map(({ trigger }) => trigger)
}

// Each disguise is put over wishes, and over a text that is none: it must hide neither and make nothing of the other.
// No phrase has the second: it is the classifier that hears it.
const wishes = ['i want to talk to a human', 'saya ingin bicara dengan manusia']
const question = 'where is the parcel i ordered'

const spaced = (text: string, between: string): string =>
  text
    .split(' ')
    .map((word) => [...word].join(between))
    .join(' ')
const swap = (text: string, pairs: Readonly<Record<string, string>>): string =>
  [...text].map((letter) => pairs[letter] ?? letter).join('')

const disguises: readonly (readonly [string, (text: string) => string])[] = [
  ['capitals', (text) => text.toUpperCase()],
  ['figures for letters', (text) => swap(text, { a: '4', e: '3', o: '0' })],
  ['signs for letters', (text) => swap(text, { a: '@', s: '$' })],
  ['drawn-out letters', (text) => text.replace(/[aeu]/g, (letter) => letter.repeat(5))],
  ['Cyrillic letters that look alike', (text) => swap(text, { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с' })],
  ['Greek letters that look alike', (text) => swap(text, { o: 'ο' })],
  ['full-width letters', (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))],
  [
    'bold mathematical letters',
    (text) => text.replace(/[a-z]/g, (one) => String.fromCodePoint(one.charCodeAt(0) - 0x61 + 0x1d41a)),
  ],
  ['accents on every letter', (text) => text.replace(/[a-z]/g, '$&\u0301')],
  ['zalgo', (text) => text.replace(/[a-z]/g, '$&\u0316\u0323\u0330\u0301\u0308')],
  ['zero-width spaces', (text) => spaced(text, '\u200b')],
  ['zero-width joiners', (text) => spaced(text, '\u200d')],
  ['word joiners', (text) => spaced(text, '\u2060')],
  ['marks of direction', (text) => spaced(text, '\u200f')],
  ['letters of a hidden alphabet', (text) => spaced(text, '\u{e0041}')],
  ['something unseen between the words', (text) => text.replaceAll(' ', ' \u200b ')],
  ['soft hyphens', (text) => spaced(text, '\u00ad')],
  ['variation selectors', (text) => text.replace(/[a-z]/g, '$&\ufe0f')],
  ['changes of direction inside the words', (text) => spaced(text, '\u202d')],
  ['letters in circles', (text) => text.replace(/[a-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x246f))],
  ['signs around every letter', (text) => text.replace(/[a-z]/g, '$&\u0489')],
  ['byte order marks', (text) => `\ufeff${text}`],
  ['emoji between the words', (text) => text.replaceAll(' ', ' 😡 ')],
  ['emoji around it', (text) => `🙏🙏 ${text} 😡😡😡`],
  ['a right-to-left override', (text) => `\u202e${text}\u202c`],
  ['no-break spaces', (text) => text.replaceAll(' ', '\u00a0')],
  ['many spaces', (text) => text.replaceAll(' ', '        ')],
  ['stars', (text) => `*${text.replaceAll(' ', '* *')}*`],
  ['tags', (text) => `<p><b>${text}</b></p>`],
  ['JSON', (text) => JSON.stringify({ role: 'user', content: text })],
  ['quotes', (text) => `"'„${text}“'"`],
]

describe.each(disguises)('in %s', (_, disguise) => {
  test.each(wishes)('a wish for a person is heard: %s', (wish) => {
    expect(heard(disguise(wish))).toContain('asked-for-human')
  })

  test('a question asks for nobody', () => {
    expect(heard(disguise(question))).not.toContain('asked-for-human')
  })
})
