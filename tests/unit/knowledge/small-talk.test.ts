import { expect, test } from 'vitest'
import { isSmallTalk } from '#shared/knowledge/small-talk.ts'

test.each([
  'hi',
  'Hello!',
  'Hi there, how are you?',
  'thank you!',
  'Thanks a lot, that helped. Have a nice day! 🙂',
  'ok thanks',
  'Guten Tag',
  'Vielen Dank für die Hilfe!',
  '¡Hola, buenos días!',
  'muchas gracias, hasta luego',
  'Bonjour',
  "merci pour l'aide",
  'Olá, boa tarde',
  'Obrigada!',
  'buongiorno',
  'Grazie mille e buona giornata',
  'dziękuję',
  'спасибо',
])('%j is small talk', (text) => {
  expect(isSmallTalk(text)).toBe(true)
})

test.each([
  'hi, where is my order?',
  'hello, I want a human',
  'thanks for nothing',
  'Thank you but it still does not work',
  'is anyone there?',
  'yes',
  'no',
  'yes please',
  'ok cancel it',
  'help',
  'refund',
  'hola, quiero devolver una lámpara',
  'danke, aber die Lampe flackert noch',
  'great, charged twice again',
  'perfect way to lose a customer',
  '?',
  '',
  '🙂',
])('%j is not', (text) => {
  expect(isSmallTalk(text)).toBe(false)
})

test('a very long run of greetings is not waved through', () => {
  expect(isSmallTalk('hello '.repeat(50))).toBe(false)
})
