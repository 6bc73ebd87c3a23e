import { stopWords } from '#shared/knowledge/stop-words.ts'
import { wordsOf } from '#shared/knowledge/words.ts'

interface Phrases {
  readonly greeting: string
  readonly thanks: string
  readonly unknown: string
}

const english: Phrases = {
  greeting: 'Hello! What can I do for you?',
  thanks: 'You are welcome! Is there anything else I can do for you?',
  unknown: 'I am sorry, I could not find an answer to that in our help articles.',
}

const byLanguage: Readonly<Record<string, Phrases>> = {
  en: english,
  de: {
    greeting: 'Hallo! Was kann ich für Sie tun?',
    thanks: 'Gern geschehen! Kann ich sonst noch etwas für Sie tun?',
    unknown: 'Es tut mir leid, dazu habe ich in unseren Hilfeartikeln nichts gefunden.',
  },
  es: {
    greeting: '¡Hola! ¿En qué puedo ayudarle?',
    thanks: '¡De nada! ¿Puedo ayudarle en algo más?',
    unknown: 'Lo siento, no he encontrado la respuesta en nuestros artículos de ayuda.',
  },
  fr: {
    greeting: 'Bonjour ! Que puis-je faire pour vous ?',
    thanks: 'Avec plaisir ! Puis-je faire autre chose pour vous ?',
    unknown: "Je suis désolé, je n'ai pas trouvé la réponse dans nos articles d'aide.",
  },
  pt: {
    greeting: 'Olá! Em que posso ajudar?',
    thanks: 'De nada! Posso ajudar em mais alguma coisa?',
    unknown: 'Lamento, não encontrei a resposta nos nossos artigos de ajuda.',
  },
  it: {
    greeting: 'Buongiorno! Come posso aiutarla?',
    thanks: 'Prego! Posso aiutarla in altro?',
    unknown: 'Mi dispiace, non ho trovato la risposta nei nostri articoli di assistenza.',
  },
}

const greetings: Readonly<Record<string, string>> = {
  de: 'hallo guten tag danke vielen dank',
  es: 'hola buenos dias buenas gracias muchas',
  fr: 'bonjour bonsoir salut merci beaucoup',
  pt: 'ola oi bom dia boa obrigado obrigada',
  it: 'ciao buongiorno buonasera salve grazie mille',
}

const score = (language: string, words: readonly string[]): number => {
  const telling = new Set((greetings[language] ?? '').split(' '))
  return words.filter((word) => stopWords.get(language)?.has(word) || telling.has(word)).length
}

/** The language with most of the text's small words; English when none is ahead of it. */
export const phrasesFor = (text: string): Phrases => {
  const words = wordsOf(text)
  const ranked = Object.keys(byLanguage)
    .map((language) => ({ language, points: score(language, words) }))
    .sort((a, b) => b.points - a.points)
  return byLanguage[ranked[0]?.language ?? 'en'] ?? english
}
