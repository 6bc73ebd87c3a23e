import { describe, expect, test } from 'vitest'
import { repeatedQuestion } from '#shared/triggers/repeated-question.ts'
import { ears } from '#tests/support/listen.ts'
import { asking, saying, triggersWith } from './judging.ts'

const fires = (message: string, ...earlier: string[]) =>
  repeatedQuestion(asking(message, ...earlier), triggersWith(), ears)

describe('the same question for the third time fires', () => {
  test.each([
    ['where is my parcel?', 'when does my package arrive', 'has my package been delivered yet'],
    ['How do I dim the lamp?', 'dimming the lamp, how does that work?', 'how can the lamp be dimmed'],
    ['where is order 4711', 'when will order 4711 arrive', 'my order 4711, where is it'],
    ['where is order 4711', 'when will my order arrive', 'my order, where is it'],
    ['Wo bleibt mein Paket?', 'Wann kommt mein Paket an?', 'Mein Paket ist noch nicht angekommen'],
    ['¿Cómo devuelvo la lámpara?', 'quiero devolver la lámpara', 'devolver lámpara cómo'],
    [
      'Comment changer mon adresse de livraison ?',
      'changer l’adresse de livraison',
      'je veux changer adresse livraison',
    ],
    ['Como mudo a senha da conta?', 'mudar senha da conta', 'quero mudar a senha da conta'],
    ['Come cambio la lampadina della lampada?', 'cambiare lampadina lampada', 'la lampadina della lampada va cambiata'],
  ])('%s / %s / %s', (first, second, third) => {
    expect(fires(third, first, second)).toMatchObject({
      trigger: 'repeated-question',
      kind: 'failure',
      evidence: { matched: third, detail: expect.stringMatching(/^asked 3 times, before as ".+" and ".+"$/) },
    })
  })

  test('in identical words, even without any that carry a meaning', () => {
    expect(fires('where is it?', 'where is it?', 'Where is it')).toBeDefined()
  })

  test('with thanks and other talk between', () => {
    expect(fires('how is the lamp dimmed', 'how do I dim the lamp', 'ok', 'dim the lamp how', 'thanks')).toBeDefined()
  })

  test('when the last times arrive in one burst', () => {
    const judged = { messages: ['dimming the lamp?', 'how to dim the lamp'], earlier: ['How do I dim the lamp?'] }

    expect(repeatedQuestion(judged, triggersWith(), ears)).toBeDefined()
  })
})

describe('questions about one thing are not the same question', () => {
  test.each([
    ['Where do I find the return label?', 'what does the return cost', 'when will I get my money back?'],
    ['do you ship to canada', 'how long does shipping to canada take', 'what does shipping to canada cost'],
    ['does the lamp have a dimmer', 'is the lamp waterproof', 'how long is the cable of the lamp'],
    ['i want to open an account', 'what documents do i need for the account', 'how long does opening the account take'],
    ['how do i book a room', 'is breakfast included?', 'can i cancel it later'],
    ['Wann kommt der Techniker?', 'Muss ich für den Techniker zuhause sein?', 'Was kostet der Techniker?'],
    ['where is order 4711', 'where is order 4712', 'and where is 4713'],
    ['wo ist Bestellung 100231?', 'wo ist Bestellung 100232?', 'wo ist Bestellung 100233?'],
    ['¿Cuánto tarda el envío?', '¿Cuánto cuesta el envío?', '¿Puedo cambiar la dirección del envío?'],
  ])('%s / %s / %s', (first, second, third) => {
    expect(fires(third, first, second)).toBeUndefined()
  })
})

describe('it does not fire', () => {
  test.each([
    ['where is my order?', 'Do you ship to France?', 'how do I clean the oak table?'],
    ['how do I return a lamp?', 'is the lamp dimmable?', 'which bulb fits the lamp?'],
    ['Where is my order?', 'Can I return my order?', 'How do I change the address of my order?'],
    ['Wo ist mein Paket?', 'Wie lange gilt die Garantie?', 'Welche Farben gibt es?'],
  ])('on three different questions: %s / %s / %s', (first, second, third) => {
    expect(fires(third, first, second)).toBeUndefined()
  })

  test('on the second time', () => {
    expect(fires('how do I dim the lamp', 'how can I dim the lamp?')).toBeUndefined()
  })

  test('on yes, yes, yes', () => {
    expect(fires('yes', 'yes', 'yes')).toBeUndefined()
  })

  test('when a question asked three times is not what is asked now', () => {
    expect(fires('do you ship to France?', 'dim the lamp', 'dim the lamp', 'dim the lamp')).toBeUndefined()
  })

  test('when switched off', () => {
    const judged = asking('dim the lamp', 'dim the lamp', 'dim the lamp')
    const off = triggersWith({ 'repeated-question': { enabled: false } })

    expect(repeatedQuestion(judged, off, ears)).toBeUndefined()
    expect(repeatedQuestion(judged, triggersWith(), ears)).toBeDefined()
  })
})

test('the company says how many times are too many', () => {
  const twice = triggersWith({ 'repeated-question': { times: 2 } })

  expect(repeatedQuestion(asking('dim the lamp how', 'how do I dim the lamp'), twice, ears)).toBeDefined()
  expect(repeatedQuestion(saying('how do I dim the lamp'), twice, ears)).toBeUndefined()
})

test('of many questions about one matter, three look the same by chance: they have to be surer', () => {
  const before = [
    'How many days do I have to send back a lamp?',
    'And what does the return cost me?',
    'Where do I find the return label?',
    'When will I get my money back?',
    'Can I exchange it for another colour instead?',
  ]

  expect(fires('Are opened bulbs returnable?', ...before)).toBeUndefined()
})
