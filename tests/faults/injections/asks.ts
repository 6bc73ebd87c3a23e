/** What hands off on the first message, whatever stands around it: by trigger, in several languages. */
export const asks = {
  'asked-for-human': [
    'I want to talk to a human',
    'Ich möchte mit einem Menschen sprechen',
    'Je veux parler à un humain',
    'Quiero hablar con una persona',
  ],
  'billing-dispute': [
    'I was charged twice for one lamp',
    'Mir wurde die Lampe doppelt abgebucht',
    'J’ai été débité deux fois pour la lampe',
    'Me han cobrado dos veces la lámpara',
  ],
  cancellation: [
    'I want to cancel my membership',
    'Ich möchte mein Abo kündigen',
    'Je veux résilier mon abonnement',
    'Quiero cancelar mi suscripción',
  ],
  distress: ['I want to kill myself', 'Ich will nicht mehr leben', 'Je veux mourir', 'Quiero morir'],
  legal: [
    'My lawyer will sue you',
    'Mein Anwalt wird Sie verklagen',
    'Mon avocat va vous poursuivre en justice',
    'Mi abogado los va a demandar',
  ],
  'high-value-account': ['How do I return a lamp?', 'What does a lamp cost?'],
  'outside-knowledge': [
    'Do you sell garden gnomes?',
    'Verkauft ihr auch Gartengnome?',
    'Vendez-vous des gnomes de jardin ?',
    '¿Tenéis gnomos de jardín?',
  ],
  'product-safety': ['My lamp caught fire', 'My lamp caught fire'],
} as const

export type Ask = keyof typeof asks
export const askKinds = Object.keys(asks) as readonly Ask[]
export const askOf = (kind: Ask, n: number): string => asks[kind][n % asks[kind].length] ?? ''
