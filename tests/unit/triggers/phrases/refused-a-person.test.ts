import { describe, expect, test } from 'vitest'
import { judgeMessage } from '#shared/triggers/judge-message.ts'
import { ears } from '#tests/support/listen.ts'
import { saying, triggersWith } from '../judging.ts'

const firedBy = (message: string): readonly string[] =>
  judgeMessage(saying(message), triggersWith(), ears).certain.map(({ trigger }) => trigger)

describe('who says that they cannot have a person asks for one', () => {
  test.each([
    'why can I not talk to a human',
    'why am I not able to speak to anyone',
    'you can not connect me with a human? seriously?',
    "don't you have real people there?",
    'is there not a single human there',
    'it does not let me talk to anyone',
    'I would not mind speaking to a person',
    'I want a H U M A N',
    'no me deja hablar con un agente',
    '¿acaso no hay humanos ahí?',
    'pourquoi je ne peux pas parler à un conseiller ?',
    'vous n’avez pas de vrai conseiller ?',
    'non avete persone vere?',
    'vocês não têm atendentes humanos?',
    'não me deixam falar com um atendente',
    'warum krieg ich keinen Menschen ans Telefon',
    'gibt es hier keinen Menschen?',
    'il n’y a personne pour me répondre ?',
    'warum verbindest du mich nicht mit einem Mitarbeiter',
    'dlaczego nie mogę porozmawiać z człowiekiem?',
    'почему я не могу поговорить с человеком?',
    'у вас нет живых людей?',
    'אני לא רוצה לדבר עם בוט',
    'apa tidak ada orang di sana?',
    'ボットとは話したくない',
    '人はいないんですか',
    '我不想跟机器人说话',
  ])('"%s" fires', (message) => {
    expect(firedBy(message)).toContain('asked-for-human')
  })
})

describe('who does not want one, or speaks of something else, asks for none', () => {
  test.each([
    'can you please not connect me to a human',
    'I do not want to talk to a human',
    'are there no people in the photo?',
    'why is my plan not shown to other people',
    'my plan is called H U M A',
    'no quiero hablar con un agente',
    'en la foto no hay personas',
    'je ne veux pas parler à un conseiller',
    'il n’y a pas de vrai cuir dans ce fauteuil',
    'non voglio parlare con un operatore',
    'não quero falar com um atendente',
    'auf dem Bild gibt es keine Menschen',
    'bitte verbinden Sie mich nicht mit einem Mitarbeiter',
    'nie chcę rozmawiać z konsultantem',
    'я не хочу говорить с оператором',
    'tidak ada orang di rumah saat kurir datang',
    '写真に人はいません',
  ])('"%s" does not fire', (message) => {
    expect(firedBy(message)).not.toContain('asked-for-human')
  })
})

test('a wish beside one that is refused is heard, and its own "not" is still a "not"', () => {
  expect(firedBy('do not transfer me to an agent. why can I not talk to a manager?')).toContain('asked-for-human')
  expect(firedBy('do not transfer me to an agent')).toEqual([])
})
