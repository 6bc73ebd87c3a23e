import { detectLanguage } from '../thread/detect-language.ts'

/** Of a few words one that two languages share may decide; in the notices of 18 languages none this long is mistaken. */
const leastLetters = 60
/** A script of its own tells more. */
const leastOfAScript = 10
const written = /\p{Script=Latin}/gu
const letters = /\p{L}/gu

/**
 * Whether a reply is in another language than the customer's. Only where their own words tell theirs and the reply's tell
 * another: a greeting or a number tells none, and is let pass.
 */
export const isInOtherLanguage = (reply: string, messages: readonly string[], language: string): boolean => {
  if (detectLanguage(messages.join('\n')) !== language) return false
  const told = detectLanguage(reply)
  if (told === undefined || told === language) return false
  const latin = reply.match(written)?.length ?? 0
  const others = (reply.match(letters)?.length ?? 0) - latin
  return latin >= leastLetters || others >= leastOfAScript
}
