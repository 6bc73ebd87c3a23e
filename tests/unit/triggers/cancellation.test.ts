import { describe, expect, test } from 'vitest'
import { cancellation } from '#shared/triggers/cancellation.ts'
import { ears } from '#tests/support/listen.ts'
import { certainly, saying, triggersWith } from './judging.ts'

const fires = (...messages: string[]) => certainly(cancellation(saying(...messages), triggersWith(), ears))

describe('wanting to cancel or leave fires', () => {
  test.each([
    'I want to cancel my subscription',
    'cancel order 4711',
    'please cancel my order',
    'How do I cancel?',
    'close my account',
    'delete my account please',
    'I would like to terminate the contract',
    "I don't want the lamp anymore, cancel the order",
    'please stop the automatic renewal',
    'can you help me cancelling my membership',
    'i want to cancle my order',
    'get rid of my account',
    'I no longer want this subscription',
    'Ich möchte mein Abo kündigen',
    'Bitte stornieren Sie meine Bestellung',
    'Hiermit kündige ich den Vertrag',
    'Konto löschen',
    'Ich möchte meine Bestellung widerrufen',
    'Quiero cancelar mi suscripción',
    'cancelar pedido',
    'quiero darme de baja',
    'cómo puedo cerrar mi cuenta',
    'Je veux résilier mon abonnement',
    'annuler ma commande',
    'je souhaite supprimer mon compte',
    'Quero cancelar a minha assinatura',
    'cancelar meu pedido',
    'quero encerrar minha conta',
    "Voglio annullare l'ordine",
    'vorrei disdire il mio abbonamento',
    'eliminare il mio account',
    'Ik wil mijn abonnement opzeggen',
    "I can't cancel my subscription on the website",
    'no puedo cancelar mi suscripción',
    "je n'arrive pas à résilier mon abonnement",
    'não consigo cancelar minha assinatura',
    'non riesco ad annullare il mio ordine',
    'Ich kann mein Abo nicht kündigen',
  ])('"%s"', (message) => {
    expect(fires(message)).toMatchObject({ trigger: 'cancellation', kind: 'topic', topic: 'cancellation' })
  })
})

describe('asking about it, or meaning something else, does not', () => {
  test.each([
    'what is your cancellation policy?',
    "please don't cancel my order",
    'my order was cancelled, why?',
    'you cancelled my order without telling me',
    'cancel',
    'never mind, cancel that',
    'I want to change my order',
    'where is my order',
    'can I cancel the alarm on the smart lamp?',
    'my account is locked',
    'does the lamp have noise cancelling?',
    'Wie sind Ihre Stornierungsbedingungen?',
    'Bitte nicht stornieren',
    'Meine Bestellung wurde storniert',
    'no quiero cancelar mi pedido',
    'je ne veux pas annuler ma commande',
    'não quero cancelar meu pedido',
    'non voglio annullare il mio ordine',
    'ich möchte nicht stornieren',
    '¿cuál es la política de cancelación?',
    'ma commande a été annulée',
    "quelles sont les conditions d'annulation ?",
    'qual é a política de cancelamento?',
    'Qual è la politica di cancellazione?',
  ])('"%s"', (message) => {
    expect(fires(message)).toBeUndefined()
  })
})

test('it can be switched off', () => {
  expect(
    cancellation(saying('cancel my order'), triggersWith({ cancellation: { enabled: false } }), ears),
  ).toBeUndefined()
})
