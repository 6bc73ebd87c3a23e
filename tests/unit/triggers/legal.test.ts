import { describe, expect, test } from 'vitest'
import { legal } from '#shared/triggers/legal.ts'
import { ears } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from './judging.ts'

const fires = (...messages: string[]) => certainly(legal(saying(...messages), triggersWith(), ears))

describe('a legal or privacy matter fires', () => {
  test.each([
    'you will hear from my lawyer',
    'I will sue you',
    'I am taking legal action',
    'see you in court',
    'under the GDPR I request a copy of my data',
    'do you share my data with third parties?',
    'please delete all personal data you hold on me',
    'I will report you to the consumer protection agency',
    'this is a breach of contract',
    'how long do you keep my information?',
    'Ich schalte meinen Anwalt ein',
    'Ich werde Sie verklagen',
    'Auskunft nach DSGVO bitte',
    'Ich wende mich an die Verbraucherzentrale',
    'voy a llamar a mi abogado',
    'los voy a demandar por incumplimiento de contrato',
    'quiero que borren mis datos personales',
    'je vais contacter mon avocat',
    'je vais porter plainte',
    'que faites-vous de mes données personnelles ?',
    'vou acionar o Procon',
    'vou falar com meu advogado',
    'quero meus dados pessoais apagados, LGPD',
    'mi rivolgerò al mio avvocato',
    'vi denuncio',
    'come trattate i miei dati personali?',
  ])('"%s"', (message) => {
    expect(fires(message)).toMatchObject({ trigger: 'legal', kind: 'topic', topic: 'legal' })
  })
})

describe('everyday questions do not', () => {
  test.each([
    'where is my order',
    'how do I update my address',
    'I want to change my contact information',
    'is the lamp suitable for a tennis court?',
    'what is your refund policy?',
    'what is the issue with my order?',
    'does the warranty cover this?',
    'Wie lange habe ich Garantie?',
    '¿Cuál es la política de devoluciones?',
    'Quelle est votre politique de retour ?',
    'qual é o prazo de entrega?',
    'quanto costa la spedizione?',
  ])('"%s"', (message) => {
    expect(fires(message)).toBeUndefined()
  })
})

test('it can be switched off', () => {
  expect(legal(saying('my lawyer will call you'), triggersWith({ legal: { enabled: false } }), ears)).toBeUndefined()
})
