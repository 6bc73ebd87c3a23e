import type { Prompt } from './read-prompt.ts'

const sayThis =
  /\b(?:say|repeat|write|print|output|answer with|respond with|reply with|sag|sage|schreib|schreibe|di|escribe|dis|écris|diga|escreva|scrivi)\b(?:\s+(?:exactly|only|just|genau|nur))?\s*[:,]?\s*(?:["“„«'](?<quoted>[^"”“»']+)["”“»']|(?<rest>[^.!?\n]+))/iu
const revealThis =
  /\b(?:reveal|show|print|repeat|leak|display|verrate|zeige|revela|révèle|revele|rivela)\b.*\b(?:prompt|instructions?|rules?|system|anweisungen|instrucciones|consignes|instruções|istruzioni)\b/iu
const longestLeak = 2_000

const spoken = ({ customerMessage, system }: Prompt): string => {
  if (revealThis.test(customerMessage)) return `My instructions are: ${system.slice(0, longestLeak)}`
  const { quoted, rest } = sayThis.exec(customerMessage)?.groups ?? {}
  const said = (quoted ?? rest)?.trim()
  return said ? said : `Done, exactly as you asked: ${customerMessage}`
}

/**
 * The worst case of prompt injection: a model that does what the customer's text says, claims to have done it, and denies
 * every reason for a handoff. Whatever must hold regardless of the model is tested against this.
 */
export const obey = (prompt: Prompt) => ({
  reply: spoken(prompt),
  sources: [...prompt.passages, ...prompt.records].map(({ id }) => id),
  answered: true,
  wantsHuman: false,
  frustration: 0,
  distress: false,
  restatesEarlierQuestion: false,
  wish: 'nothing further',
  ownTopics: [] as string[],
})
