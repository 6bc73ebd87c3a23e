import { describe, expect, test } from 'vitest'
import { billingDispute } from '#shared/triggers/billing-dispute.ts'
import { ears } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from './judging.ts'

const fires = (...messages: string[]) => certainly(billingDispute(saying(...messages), triggersWith(), ears))

describe('a disputed charge fires', () => {
  test.each([
    'I was charged twice',
    'i was charged 2 times for the same lamp',
    'there is a double charge on my card',
    "There's a payment on my statement I don't recognise",
    'I did not authorize this transaction',
    'you charged me for something I never ordered',
    'unauthorized charge on my credit card!!',
    'Why was I charged 49 euros?',
    'my invoice is wrong, you billed me too much',
    'I want to dispute this charge',
    'I have been overcharged',
    'you keep charging me even though I cancelled',
    'money was taken out of my account without my permission',
    'Mir wurde doppelt abgebucht',
    'Der Betrag wurde zweimal abgebucht',
    'Diese Abbuchung kenne ich nicht, ich erkenne die Zahlung nicht an',
    'Die Rechnung stimmt nicht',
    'Die Rechnung ist so nicht richtig',
    'Die Abbuchung war zu hoch',
    'Der Betrag ist falsch',
    'Sie haben mir zu viel berechnet',
    'Me han cobrado dos veces',
    'no reconozco este cargo',
    'me cobraron de más',
    'Hay un cobro duplicado en mi tarjeta',
    "J'ai été débité deux fois",
    'je ne reconnais pas ce prélèvement',
    'il y a une erreur sur ma facture',
    'je conteste ce paiement',
    'Fui cobrado duas vezes',
    'não reconheço essa cobrança',
    'cobrança indevida no meu cartão',
    'Mi avete addebitato due volte',
    'non riconosco questo addebito',
    "c'è un errore nella fattura",
    'Er is dubbel afgeschreven',
  ])('"%s"', (message) => {
    expect(fires(message)).toMatchObject({ trigger: 'billing-dispute', kind: 'topic', topic: 'billing-dispute' })
  })
})

describe('a question about paying does not', () => {
  test.each([
    'How can I pay?',
    'which payment methods do you accept',
    'when will I be charged?',
    'how much do you charge for delivery?',
    'can I get an invoice for my order',
    'Do you charge for returns?',
    'is there a fee for express shipping',
    'where do I see my invoices',
    'Wie kann ich bezahlen?',
    'Wann wird der Betrag abgebucht?',
    'Ich brauche eine Rechnung',
    'Meine Bestellung ist noch nicht da',
    'Die Rechnung 7781 ist noch nicht gekommen',
    'Meine Überweisung war wohl nicht schnell genug',
    '¿Cómo puedo pagar?',
    '¿Cuánto cobran por el envío?',
    'Comment puis-je payer ?',
    'où trouver ma facture ?',
    'Como posso pagar?',
    'Come posso pagare?',
    'dove trovo la fattura?',
  ])('"%s"', (message) => {
    expect(fires(message)).toBeUndefined()
  })
})

test('it can be switched off, and others stay on', () => {
  const off = triggersWith({ 'billing-dispute': { enabled: false } })

  expect(billingDispute(saying('I was charged twice'), off, ears)).toBeUndefined()
  expect(billingDispute(saying('I was charged twice'), triggersWith(), ears)).toBeDefined()
})

test('the reason names the dispute in the customer’s own words', () => {
  expect(fires('Hello! I was charged twice, please help')?.reason).toBe('disputes a charge: "charged twice"')
})
