import { describe, expect, test } from 'vitest'
import { noticeTexts } from '#shared/handoff/notice-texts.ts'
import { neverMind } from '#shared/triggers/never-mind.ts'
import { leavingSayings } from '#shared/triggers/never-mind-sayings.ts'

describe('nobody is needed any more', () => {
  test.each([
    'I no longer need help.',
    'Never mind, problem solved. Thanks! 👍',
    'Hat sich erledigt, danke!',
    'Ya está resuelto, muchas gracias',
    'C’est réglé, merci',
    'Já não preciso, obrigada!',
    'Ho risolto, grazie mille',
    'Is niet meer nodig, bedankt',
    'Już nieaktualne, dziękuję',
    'Det har löst sig, tack',
    'Det er løst, tak',
    'Ellers tak, det løste sig',
    'もう大丈夫です、解決しました',
    'لا عليك، تم حل المشكلة',
    'Už není potřeba, díky',
    'Gerek kalmadı, teşekkürler',
    'Вопрос решён, спасибо',
    'Вже не потрібно, дякую',
    '解決しました。ありがとうございました',
    '问题解决了，谢谢',
    '해결됐어요. 감사합니다',
    'تم حل المشكلة، شكرًا',
  ])('%s', (text) => {
    expect(neverMind(text)).toBe('plain')
  })
})

test.each([
  'Never mind',
  'nvm',
  'NEVER MIND!!',
  'oh, never mind, I found it',
  'laat maar',
  '算了',
  'boş ver',
  'glöm det',
])('%s is about what was said last', (text) => {
  expect(neverMind(text)).toBe('bare')
})

test.each(['Thanks', 'ok', 'I found it', 'It works now, thank you', '谢谢', 'もう大丈夫です', 'nej tack'])(
  '%s says nothing alone',
  (text) => {
    expect(neverMind(text)).toBe('beside')
  },
)

describe('whoever writes anything else stays in the line', () => {
  test.each([
    'Never mind, found my number, but still nobody answers',
    'Never mind the delay',
    'Never mind I want a person',
    'I don’t mind waiting',
    'It is not solved',
    'The problem is not solved, thanks',
    'Problem solved?',
    'Do I no longer need help?',
    'I no longer need help with the lamp, but with the invoice',
    'cancel',
    'It does not matter',
    'No problem, I will wait',
    'Egal, ich warte',
    'Das Problem hat sich nicht erledigt',
    'Ya no necesito ayuda con eso, sino con la factura',
    '解決しましたか',
    '还没解决了',
    '해결됐어요 아니요',
    'never mind 😭',
    'Forget it',
    '',
    '👍',
    `never mind ${'thank you '.repeat(40)}`,
  ])('%s', (text) => {
    expect(['beside', undefined]).toContain(neverMind(text))
  })

  test('in every language one word more keeps the place', () => {
    const sayings = Object.values(leavingSayings).map(({ plain }) => plain.split('|')[0] ?? '')

    for (const saying of sayings) {
      expect(neverMind(saying)).toBe('plain')
      expect(neverMind(`${saying} 17`)).toBeUndefined()
      expect(neverMind(`zx ${saying}`)).toBeUndefined()
    }
  })
})

test('there are sayings for every language that a customer is answered in', () => {
  expect(Object.keys(leavingSayings).toSorted()).toEqual(Object.keys(noticeTexts).toSorted())
})

test('no message is long to look at', () => {
  const long = 'ok '.repeat(50).trim()

  expect(neverMind(long)).toBe('beside')
  expect(neverMind('算了'.repeat(80))).toBe('bare')
})
