/** What a run of end marks does: to the tone, and whether a sentence ends with it. */
export interface Mark {
  readonly tone: string | undefined
  readonly ends: boolean
  /** Ends a sentence only where white space follows: "3.5" is one. */
  readonly endsBeforeSpace: boolean
}

const EXCLAMATION = /[!！]/
const QUESTION = /[?？؟]/
const EXCLAMATIONS = /[!！]{2}/
const QUESTIONS = /[?？؟]{2}/
const SENTENCE_END = /[!?;\n。！？；…؟।]/
const SPACE = /\s/
// A run of more marks is rare, and there is no end of different ones.
const LONGEST_KNOWN = 2

const known = new Map<string, Mark>()

export const markOf = (written: string): Mark => {
  const before = known.get(written)
  if (before !== undefined) return before
  const mark = { tone: toneOf(written), ends: SENTENCE_END.test(written), endsBeforeSpace: written.endsWith('.') }
  if (written.length <= LONGEST_KNOWN) known.set(written, mark)
  return mark
}

/** Whether a sentence ends with the mark before that character; at the end of the text all sentences do. */
export const endsSentence = ({ ends, endsBeforeSpace }: Mark, next: string | undefined): boolean =>
  ends || (endsBeforeSpace && (next === undefined || SPACE.test(next)))

const toneOf = (mark: string): string | undefined => {
  if (EXCLAMATION.test(mark)) {
    if (QUESTION.test(mark)) return '?!'
    return EXCLAMATIONS.test(mark) ? '!!' : '!'
  }
  if (!QUESTION.test(mark)) return undefined
  return QUESTIONS.test(mark) ? '??' : '?'
}
