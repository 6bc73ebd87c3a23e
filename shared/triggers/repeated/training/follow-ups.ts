import { blocks, type Group, GroupError, withoutHeadings } from './groups.ts'

const FEWEST = 3
const OTHERWISE = ' | '

/**
 * Reads what customers ask and tell about one thing in one conversation: a line is one question with its other wordings
 * behind |, a blank line ends the thing. Each question is a group, and all of a thing are one family.
 */
export const readFollowUps = (language: string, content: string): readonly Group[] =>
  blocks(content)
    .map(withoutHeadings)
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => {
      if (lines.length < FEWEST)
        throw new GroupError(`${language}: "${lines[0]}" has ${lines.length} questions, must have ${FEWEST} or more`)
      return lines.map((line) => ({
        language,
        family: `${language} follow-ups ${at}`,
        lines: wordingsOf(language, line),
        together: true,
      }))
    })

const wordingsOf = (language: string, line: string): readonly string[] => {
  const wordings = line.split(OTHERWISE).map((wording) => wording.trim())
  if (wordings.includes('') || new Set(wordings).size < wordings.length)
    throw new GroupError(`${language}: "${line}" must be different wordings, parted by |`)
  return wordings
}
