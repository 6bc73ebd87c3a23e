import { describe, expect, test } from 'vitest'
import { frustration } from '#shared/triggers/frustration.ts'
import { ears } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from './judging.ts'

const fires = (...messages: string[]) => certainly(frustration(saying(...messages), triggersWith(), ears))

describe('anger or exasperation fires', () => {
  test.each([
    'this is ridiculous',
    'thanks a lot for nothing',
    'one more thing: your service is a joke',
    'your service is a joke',
    'I am so fed up with this',
    'WHERE IS MY BLOODY LAMP',
    'worst customer service ever',
    'you are useless',
    'for the third time, where is my parcel?',
    'how many times do I have to ask',
    'I am absolutely furious',
    'I have been waiting for three weeks and nobody answers',
    'WHY IS NOBODY ANSWERING MY QUESTION!!!',
    'Das ist eine Frechheit',
    'Ich bin stinksauer',
    'Jetzt reicht es mir aber',
    'Zum dritten Mal: wo ist mein Paket?',
    'esto es inaceptable',
    'estoy harta de esperar',
    'qué vergüenza de servicio, es pésimo',
    "c'est inadmissible",
    "j'en ai marre",
    'votre service est nul',
    'isso é um absurdo',
    'estou farto disto',
    'péssimo atendimento',
    'è una vergogna',
    'sono furioso',
    'servizio pessimo',
  ])('"%s"', (message) => {
    expect(fires(message)).toMatchObject({ trigger: 'frustration', kind: 'failure' })
  })
})

describe('a calm message does not', () => {
  test.each([
    'where is my order?',
    'I am not angry, just curious',
    'thank you so much!!!',
    'thanks a lot!!',
    'great, it works!!',
    'are you there???',
    'one more thing',
    'sorry for the late reply',
    'the lamp is broken',
    'OK',
    'ORDER 4711 PLEASE',
    'Is the light bad for the eyes?',
    'Die Lampe ist kaputt',
    'la lámpara no funciona',
    'la lampe ne marche pas',
    'a lâmpada não funciona',
    'la lampada non funziona',
    'Ich bin nicht sauer',
  ])('"%s"', (message) => {
    expect(fires(message)).toBeUndefined()
  })
})

test('shouting counts only together with something else', () => {
  expect(fires('I HAVE NOT RECEIVED THE PARCEL')).toBeUndefined()
  expect(fires('I HAVE NOT RECEIVED THE PARCEL!!!')).toMatchObject({ trigger: 'frustration' })
})

test('it can be switched off, and its threshold counts', () => {
  const off = triggersWith({ frustration: { enabled: false } })
  const deaf = triggersWith({ frustration: { certain: 1, possible: 1 } })

  expect(frustration(saying('this is ridiculous'), off, ears)).toBeUndefined()
  expect(frustration(saying('this is ridiculous'), deaf, ears)).toBeUndefined()
})
