import { fold } from './words.ts'

/** Whole greetings, thanks and goodbyes, folded. Nothing here may be an answer ("yes", "no") or a request. */
const phrases = `
  hi|hello|hey|hiya|howdy|hi there|hello there|hey there|good morning|good afternoon|good evening|good day|morning|greetings|yo
  how are you|how are you doing|how are you today|hows it going|how do you do|nice to meet you
  thanks|thank you|thx|ty|tysm|cheers|thanks a lot|thanks so much|thank you so much|thank you very much|many thanks|thanks again
  thanks for your help|thank you for your help|thanks for the help|thats all|that is all|much appreciated|i appreciate it|appreciate it
  ok|okay|great|perfect|awesome|cool|super|nice|lovely|brilliant|wonderful|got it|understood|sounds good|all good|alright|no worries
  youre the best|you are the best|that helps|that helped|that was helpful|very helpful|works now|it works now
  bye|goodbye|good bye|bye bye|see you|see ya|take care|have a nice day|have a good day|have a great day|have a nice weekend|good night
  hallo|guten morgen|guten tag|guten abend|moin|servus|gruss gott|gruezi|wie geht es ihnen|wie gehts|wie geht es dir
  danke|danke schon|dankeschon|vielen dank|vielen lieben dank|besten dank|herzlichen dank|danke sehr|danke fur die hilfe
  danke fur ihre hilfe|vielen dank fur die hilfe|vielen dank fur ihre hilfe|alles klar|prima|toll|verstanden|sehr gut|klasse
  tschuss|auf wiedersehen|schonen tag|schonen tag noch|einen schonen tag|bis bald|mit freundlichen grussen|viele grusse|liebe grusse
  hola|buenos dias|buenas tardes|buenas noches|buenas|buen dia|que tal|como estas|como esta
  gracias|muchas gracias|mil gracias|muchisimas gracias|gracias por la ayuda|gracias por su ayuda|gracias por tu ayuda|de acuerdo|vale
  perfecto|genial|estupendo|entendido|muy bien|adios|hasta luego|hasta pronto|chao|buen fin de semana|que tenga un buen dia|saludos
  bonjour|bonsoir|salut|coucou|bonjour a tous|comment allez vous|comment ca va|ca va
  merci|merci beaucoup|merci bien|un grand merci|mille mercis|merci pour votre aide|merci pour l aide|merci de votre aide|d accord
  parfait|super|genial|tres bien|entendu|compris|au revoir|a bientot|bonne journee|bonne soiree|bon week end|cordialement
  ola|oi|bom dia|boa tarde|boa noite|tudo bem|como vai|obrigado|obrigada|muito obrigado|muito obrigada|obrigado pela ajuda
  obrigada pela ajuda|perfeito|otimo|entendi|certo|muito bem|tchau|adeus|ate logo|ate breve|tenha um bom dia|cumprimentos
  ciao|buongiorno|buonasera|buon giorno|salve|come sta|come stai|come va|grazie|grazie mille|mille grazie|molte grazie|tante grazie
  grazie per l aiuto|grazie dell aiuto|perfetto|ottimo|va bene|capito|benissimo|arrivederci|buona giornata|buona serata|a presto
  cordiali saluti|saluti|dzien dobry|dziekuje|czesc|dank u|dank je|dank u wel|dankjewel|hoi|goedemorgen|goedemiddag|tot ziens
  hej|tack|tak|takk|tack sa mycket|mange tak|merhaba|tesekkurler|ευχαριστω|γεια σας|привет|здравствуйте|спасибо|до свидания
  ありがとう|こんにちは|谢谢|你好`
  .trim()
  .split(/\s*[|\n]\s*/)
  // Folded, as some scripts (Japanese voicing marks) lose more to folding than the Latin ones.
  .map((phrase) => fold(phrase).trim())

const known: ReadonlySet<string> = new Set(phrases)
const longestPhraseWords = 6
const longestSmallTalkWords = 14
/** Swallowed between and after phrases: "thank you, that is very kind, sir" stays a question for someone else. */
const fillers: ReadonlySet<string> = new Set([
  'and',
  'und',
  'y',
  'et',
  'e',
  'so',
  'again',
  'all',
  'everyone',
  'team',
  'sir',
  'madam',
  'very',
  'much',
])

const phraseEnd = (words: readonly string[], start: number): number => {
  for (let length = Math.min(longestPhraseWords, words.length - start); length > 0; length--)
    if (known.has(words.slice(start, start + length).join(' '))) return start + length
  return start
}

/**
 * A greeting, thanks or goodbye and nothing else: no question, so no passage need answer it. Conservative, since a real
 * question taken for small talk would go unanswered while small talk taken for a question only costs a search.
 */
export const isSmallTalk = (text: string): boolean => {
  const words = fold(text.replace(/['’`´](?=(?:s|re)\b)/giu, '')).match(/[\p{L}\p{N}]+/gu) ?? []
  if (words.length === 0 || words.length > longestSmallTalkWords) return false
  let at = 0
  let phrasesSeen = 0
  while (at < words.length) {
    const end = phraseEnd(words, at)
    if (end > at) phrasesSeen++
    else if (phrasesSeen === 0 || !fillers.has(words[at] ?? '')) return false
    at = Math.max(end, at + 1)
  }
  return phrasesSeen > 0
}
