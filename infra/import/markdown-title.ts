import { headingOf } from '#shared/knowledge/split-article.ts'
import { slugOf } from './fields.ts'

const fence = /^\s*(```|~~~)/

/** The first heading of the first level, by its line; code may hold what looks like one. */
const titleLine = (lines: readonly string[]): number => {
  let fenced = false
  return lines.findIndex((line) => {
    if (fence.test(line)) fenced = !fenced
    return !fenced && headingOf(line)?.level === 1
  })
}

export const firstHeading = (markdown: string): string | undefined => {
  const lines = markdown.split('\n')
  return headingOf(lines[titleLine(lines)] ?? '')?.title
}

/** Without the heading that repeats the title: an article's title stands in its front matter. */
export const withoutTitle = (markdown: string, title: string): string => {
  const lines = markdown.split('\n')
  const at = titleLine(lines)
  const repeated = slugOf(headingOf(lines[at] ?? '')?.title ?? '') === slugOf(title) && at >= 0
  return (repeated ? lines.toSpliced(at, 1) : lines).join('\n').trim()
}
