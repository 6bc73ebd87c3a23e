import { isSmallTalk } from '../knowledge/small-talk.ts'
import { read } from './reading.ts'
import { fold } from './spelling.ts'

/** Answers to a question of the assistant's own: they make sense to it, and to no search. */
const bareAnswers = new Set(
  `yes no yep nope yeah sure ok okay k please ja nein nee bitte klar gerne si vale bueno claro oui non accord sim nao
certo evet hayir tak nie`
    .split(/\s+/)
    .map(fold),
)
const longest = 3
// Words: more than any small talk has, so that a long letter is not looked through for it.
const LONGEST_SMALL_TALK = 60

/** A greeting, thanks, a bare yes or no, or no word at all: the knowledge has nothing to answer. */
export const asksNothing = (text: string): boolean => {
  const { words } = read(text)
  if (words.length > LONGEST_SMALL_TALK) return false
  if (isSmallTalk(text)) return true
  return words.length <= longest && words.every((word) => bareAnswers.has(word.text))
}
