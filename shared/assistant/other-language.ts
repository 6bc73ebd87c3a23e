import { detectLanguage } from '../thread/detect-language.ts'

/** Of a few words one that two languages share may decide; in the notices of 18 languages none this long is mistaken. */
const leastLetters = 60
const written = /\p{Script=Latin}/gu

/**
 * Whether a reply is in another language than the customer's. Only where their own words tell theirs and the reply's tell
 * another: a greeting or a number tells none, and is let pass.
 */
export const isInOtherLanguage = (reply: string, messages: readonly string[], language: string): boolean => {
  if (detectLanguage(messages.join('\n')) !== language) return false
  const told = detectLanguage(reply)
  if (told === undefined || told === language) return false
  const latin = reply.match(written)?.length ?? 0
  return latin === 0 || latin >= leastLetters
}
