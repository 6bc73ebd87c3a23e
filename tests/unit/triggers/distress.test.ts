import { describe, expect, test } from 'vitest'
import { distress } from '#shared/triggers/distress.ts'
import { ears } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from './judging.ts'

const fires = (...messages: string[]) => certainly(distress(saying(...messages), triggersWith(), ears))

describe('distress fires', () => {
  test.each([
    'I want to kill myself',
    "I can't go on anymore",
    'I feel so hopeless',
    'I am really depressed',
    'I want to die',
    'my husband just died and I have to close everything',
    'im having a panic attack',
    'I feel so alone',
    "I don't want to live anymore",
    'Ich will nicht mehr leben',
    'Ich bin völlig verzweifelt',
    'Mein Mann ist gestorben',
    'Ich kann nicht mehr',
    'Quiero morir',
    'estoy muy deprimida',
    'mi madre falleció ayer',
    "J'ai envie de mourir",
    'je suis désespérée',
    'mon père est décédé',
    'Quero morrer',
    'estou muito triste e desesperado',
    'Voglio morire',
    'sono disperata',
    'mio padre è morto',
  ])('"%s"', (message) => {
    expect(fires(message)).toMatchObject({ trigger: 'distress', kind: 'topic', topic: 'distress' })
  })
})

describe('worry about an order does not', () => {
  test.each([
    'I am worried about my order',
    "I'm afraid the lamp is broken",
    'this lamp is to die for',
    'I am not depressed',
    'sad to hear that',
    'the battery died',
    'I am dying to get this lamp',
    'Ich habe Angst, dass das Paket verloren ist',
    'estoy preocupado por mi pedido',
    'je suis inquiet pour ma commande',
    'sono solo un cliente curioso',
    'solo quiero una lámpara',
  ])('"%s"', (message) => {
    expect(fires(message)).toBeUndefined()
  })
})

test('it can be switched off', () => {
  expect(distress(saying('I want to die'), triggersWith({ distress: { enabled: false } }), ears)).toBeUndefined()
})
