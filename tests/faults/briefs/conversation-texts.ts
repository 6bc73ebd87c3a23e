/** What customers write in several languages: questions, small talk, long letters, and what hands off. */
export const wordsIn = {
  en: {
    asks: [
      'How do I return a lamp?',
      'What does the return of my lamp cost?',
      'Hello',
      'It is the blue one',
      '"Quoted"\nand a line',
      'This is Ada Lovelace, my mail is ada@example.com, my',
      'I am a premium customer and my order number is 48291, the lamp',
    ],
    wants: ['I want to talk to a human', 'I was charged twice for one lamp', 'My lawyer will sue you'],
  },
  de: {
    asks: [
      'Wie gebe ich eine Lampe zurück?',
      'Was kostet die Rückgabe?',
      'Guten Tag',
      'Es ist die blaue',
      'Ich heiße Anna Schmidt, Kundennummer 550021, Lampe',
    ],
    wants: ['Ich möchte mit einem Menschen sprechen', 'Mein Anwalt wird Sie verklagen'],
  },
  es: {
    asks: [
      '¿Cómo devuelvo una lámpara?',
      '¿Cuánto cuesta la devolución?',
      'Buenos días',
      'Es la azul',
      'Mi teléfono es +34 612 345 678, la lámpara',
    ],
    wants: ['Quiero hablar con una persona', 'Me han cobrado dos veces la lámpara'],
  },
  ja: {
    asks: ['ランプを返品したいです', 'こんにちは', '青いのです 👩‍👩‍👧', '注文番号は48291です、ランプ'],
    wants: ['人間と話したいです'],
  },
} as const

export type Language = keyof typeof wordsIn
export const languages = Object.keys(wordsIn) as readonly Language[]
