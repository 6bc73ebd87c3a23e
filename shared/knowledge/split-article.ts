export interface Section {
  readonly heading?: string
  readonly text: string
}

/** A passage longer than this is cut between paragraphs: the model reads few passages, and each should be about one thing. */
const longestPassageCharacters = 1_200

const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/
const fence = /^\s*(```|~~~)/

const cutLong = (text: string): string[] => {
  const parts: string[] = []
  for (const paragraph of text.split(/\n{2,}/)) {
    const last = parts.at(-1)
    if (last !== undefined && last.length + paragraph.length < longestPassageCharacters)
      parts[parts.length - 1] = `${last}\n\n${paragraph}`
    else parts.push(paragraph)
  }
  return parts
}

/** One section per heading, in order; what stands before the first heading belongs to the article's title alone. */
export const splitArticle = (markdown: string): Section[] => {
  const sections: { heading?: string; lines: string[] }[] = [{ lines: [] }]
  let fenced = false
  for (const line of markdown.replaceAll('\r\n', '\n').split('\n')) {
    if (fence.test(line)) fenced = !fenced
    const title = fenced ? undefined : heading.exec(line)?.[1]
    if (title === undefined) sections.at(-1)?.lines.push(line)
    else sections.push({ heading: title, lines: [] })
  }
  return sections.flatMap(({ heading: title, lines }) =>
    cutLong(lines.join('\n').trim())
      .filter((text) => text !== '')
      .map((text) => ({ ...(title ? { heading: title } : {}), text })),
  )
}
