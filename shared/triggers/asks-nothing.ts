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

/** A greeting, thanks, a bare yes or no, or no word at all: the knowledge has nothing to answer. */
export const asksNothing = (text: string): boolean => {
  if (isSmallTalk(text)) return true
  const { words } = read(text)
  return words.length <= longest && words.every((word) => bareAnswers.has(word.text))
}
