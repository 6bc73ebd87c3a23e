/** Ways of asking one thing. Groups of a family are about one matter and ask different things. */
export interface Group {
  readonly language: string
  readonly family: string
  readonly lines: readonly string[]
}

/** Thrown for a group that says nothing about what is alike; names the place. */
export class GroupError extends Error {
  override readonly name = 'GroupError'
}

const FEWEST = 3

/** Reads groups that blank lines part; a line that begins with # names the family of those after it. */
export const readGroups = (language: string, content: string): readonly Group[] => {
  let family = language
  return blocks(content).flatMap((block) => {
    const heading = block.findLast((line) => line.startsWith('#'))
    if (heading !== undefined) family = `${language} ${heading}`
    const lines = block.filter((line) => !line.startsWith('#'))
    if (lines.length > 0 && new Set(lines).size < FEWEST)
      throw new GroupError(`${language}: the group of "${lines[0]}" has ${lines.length} lines, must have ${FEWEST} or more`)
    return lines.length > 0 ? [{ language, family, lines }] : []
  })
}

/** Lines between blank lines; those that begin with # are kept. */
export const blocks = (content: string): readonly (readonly string[])[] =>
  content.split(/\n\s*\n/).map((block) =>
    block
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )

export const withoutHeadings = (block: readonly string[]): readonly string[] =>
  block.filter((line) => !line.startsWith('#'))
