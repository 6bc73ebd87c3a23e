import { detectLanguage } from '../thread/detect-language.ts'

/**
 * Whether a reply is in another language than the customer's. Only where their own words tell theirs and the reply's tell
 * another: a greeting or a number tells none, and is let pass.
 */
export const isInOtherLanguage = (reply: string, messages: readonly string[], language: string): boolean => {
  if (detectLanguage(messages.join('\n')) !== language) return false
  const written = detectLanguage(reply)
  return written !== undefined && written !== language
}
