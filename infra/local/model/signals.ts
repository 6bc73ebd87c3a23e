import { isStopWord } from '#shared/knowledge/stop-words.ts'
import { fold, stem, wordsOf } from '#shared/knowledge/words.ts'
import type { Prompt } from './read-prompt.ts'

const people =
  'human|person|people|agent|advisor|representative|operator|mensch|menschen|mitarbeiter|mitarbeiterin|berater|persona|agente|asesor|humano|humain|humaine|conseiller|conseillere|personne|pessoa|atendente|operatore|umano|consulente'
const contact =
  'speak|talk|chat|connect|transfer|real|live|put me through|sprechen|reden|verbinden|echten|hablar|pasame|parler|joindre|contacter|falar|passar|parlare|passatemi'
const wantsHuman = new RegExp(`\\b(?:${contact})\\b.*\\b(?:${people})\\b|\\b(?:human|agent) please\\b`)

const angry =
  /\b(?:ridiculous|useless|terrible|awful|worst|unacceptable|angry|furious|fed up|disgrace|joke|pathetic|incompetent|lacherlich|unverschamt|frechheit|wutend|katastrophe|schlecht|inaceptable|verguenza|harto|indignante|inadmissible|honteux|scandaleux|nul|inaceitavel|vergonha|absurdo|ridiculo|inaccettabile|vergogna|assurdo|pessimo)\b/g
const distressed =
  /\b(?:suicid\w*|kill myself|end my life|want to die|hurt myself|cant go on|umbringen|nicht mehr leben|selbstmord|quiero morir|quitarme la vida|me suicider|mourir|quero morrer|me matar|voglio morire|uccidermi)\b/

/** Each angry word, a run of exclamation marks and a shouted sentence count the same. */
const frustrationStep = 0.4
/** Two messages that share this part of their words ask the same thing. */
const restatedOverlap = 0.5
const longestWish = 160

const frustrationOf = (message: string): number => {
  const words = fold(message).match(angry)?.length ?? 0
  const shouted = /\p{Lu}{4,}\s+\p{Lu}{3,}/u.test(message) ? 1 : 0
  const exclaimed = /!{2,}/.test(message) ? 1 : 0
  return Math.min(1, (words + shouted + exclaimed) * frustrationStep)
}

const contentStems = (text: string): ReadonlySet<string> =>
  new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  )

const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const both = [...a].filter((stem) => b.has(stem)).length
  return both / Math.max(1, a.size + b.size - both)
}

/** What a model is asked to notice about a message, here by plain word lists: honest, but far from a model's eye. */
export const signalsOf = ({ customerMessage, earlierMessages }: Prompt) => {
  const folded = fold(customerMessage.replaceAll("'", ''))
  const stems = contentStems(customerMessage)
  return {
    wantsHuman: wantsHuman.test(folded),
    frustration: frustrationOf(customerMessage),
    distress: distressed.test(folded),
    restatesEarlierQuestion: earlierMessages.some(
      (earlier) => stems.size > 1 && overlap(stems, contentStems(earlier)) >= restatedOverlap,
    ),
    wish: customerMessage.replace(/\s+/g, ' ').trim().slice(0, longestWish),
    ownTopics: [] as string[],
  }
}
