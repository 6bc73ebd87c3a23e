/** Ways of asking one thing. Groups of a family are about one matter and ask different things. */
export interface Group {
  readonly language: string
  readonly family: string
  readonly lines: readonly string[]
  /** What all groups of the family are about, where they were written once for several things. */
  readonly thing?: string
  /** Asked by one customer in one conversation, with the rest of its family; may have a single line. */
  readonly together?: boolean
}

/** Thrown for a group that says nothing about what is alike; names the place. */
export class GroupError extends Error {
  override readonly name = 'GroupError'
}

const FEWEST = 3
const SLOT = '{}'
const THINGS = /\{(?<things>[^{}]+)\}/u

/**
 * Reads groups that blank lines part; a line that begins with # names the family of those after it. Things in its
 * braces, `{lamp|tent}`, stand for `{}` in the lines below, each in a family of its own.
 */
export const readGroups = (language: string, content: string): readonly Group[] => {
  let heading = ''
  return blocks(content).flatMap((block) => {
    heading = block.findLast((line) => line.startsWith('#')) ?? heading
    const lines = withoutHeadings(block)
    if (lines.length === 0) return []
    if (new Set(lines).size < FEWEST)
      throw new GroupError(
        `${language}: the group of "${lines[0]}" has ${lines.length} lines, must have ${FEWEST} or more`,
      )
    return groupsOf(language, heading, lines)
  })
}

const groupsOf = (language: string, heading: string, lines: readonly string[]): readonly Group[] => {
  const things = THINGS.exec(heading)?.groups?.things?.split('|') ?? []
  const without = lines.find((line) => line.includes(SLOT) !== things.length > 0)
  if (without !== undefined)
    throw new GroupError(`${language}: "${without}" must hold ${SLOT} where its heading names things, and nowhere else`)
  if (things.length === 0) return [{ language, family: `${language} ${heading}`, lines }]
  return things.map((thing) => ({
    language,
    family: `${language} ${heading} ${thing}`,
    lines: lines.map((line) => line.replaceAll(SLOT, thing)),
    thing,
  }))
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
