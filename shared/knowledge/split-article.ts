import { cutLong } from './cut-long.ts'

export interface Section {
  /** With those that it stands below: "Returns › Abroad". */
  readonly heading?: string
  readonly text: string
}

interface Heading {
  readonly level: number
  readonly title: string
}

interface OpenSection {
  readonly path: readonly Heading[]
  readonly lines: string[]
}

/** A longer line is no heading. */
const longestHeadingCharacters = 300
const heading = /^(#{1,6})\s+(.*)$/
const closing = /(?:^|\s)#+$/
const fence = /^\s*(```|~~~)/

export const headingOf = (line: string): Heading | undefined => {
  const [, marks, written = ''] = (line.length <= longestHeadingCharacters && heading.exec(line.trimEnd())) || []
  const title = written.replace(closing, '').trim()
  return marks === undefined || title === '' ? undefined : { level: marks.length, title }
}

const sectionsOf = (markdown: string): readonly OpenSection[] => {
  const sections: OpenSection[] = [{ path: [], lines: [] }]
  let fenced = false
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    if (fence.test(line)) fenced = !fenced
    const found = fenced ? undefined : headingOf(line)
    const above = sections.at(-1)?.path ?? []
    if (found === undefined) sections.at(-1)?.lines.push(line)
    else sections.push({ path: [...above.filter(({ level }) => level < found.level), found], lines: [] })
  }
  return sections
}

/** A single heading of the first level is the article's own title, which its sections have already. */
const isTitle = (sections: readonly OpenSection[]): ((heading: Heading) => boolean) => {
  const first = new Set(sections.flatMap(({ path }) => path.filter(({ level }) => level === 1)))
  return ({ level }) => level === 1 && first.size === 1
}

/**
 * One section per heading, in order, under the headings above it; what stands before the first heading belongs to the
 * article's title alone. Long ones are cut.
 */
export const splitArticle = (markdown: string): Section[] => {
  const sections = sectionsOf(markdown)
  const isOwn = isTitle(sections)
  return sections.flatMap(({ path, lines }) => {
    const titles = path.filter((one, at) => at === path.length - 1 || !isOwn(one)).map(({ title }) => title)
    return cutLong(lines.join('\n').trim()).map((text) => ({
      ...(titles.length > 0 ? { heading: titles.join(' › ') } : {}),
      text,
    }))
  })
}
