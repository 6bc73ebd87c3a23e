import { type HtmlElement, type HtmlNode, isElement } from './html-tree.ts'
import { inlineMarkdown } from './inline-markdown.ts'
import { isDataTable, tableMarkdown } from './table-markdown.ts'

interface Written {
  readonly url?: string | undefined
  /** Of the heading that the current block stands below. */
  level: number
  /** Lists and quotes around it. */
  readonly within: number
}

const BLOCKS = new Set(
  `address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hr html legend li main ol p pre search section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
)
const DEEPEST_HEADING = 6
/** Each level of lists and quotes indents every line: deeper ones are written as if they were not. */
const DEEPEST_INDENT = 10
const heading = /^h([1-6])$/

/** An element's content as Markdown: headings, lists, tables and code are kept, links made absolute. */
export const htmlMarkdown = (element: HtmlElement, url?: string): string =>
  blocksOf(element.children, { url, level: 1, within: 0 }).join('\n\n')

/** Loose words between blocks are paragraphs of their own; an inline element that holds blocks is no more than they are. */
const blocksOf = (nodes: readonly HtmlNode[], written: Written): string[] => {
  const blocks: string[] = []
  let run: HtmlNode[] = []
  const flush = (): void => {
    const text = inlineMarkdown(run, written)
    if (text !== '') blocks.push(asText(text))
    run = []
  }
  for (const node of nodes) {
    if (!isElement(node) || !holdsBlock(node)) {
      run.push(node)
      continue
    }
    flush()
    for (const block of blockOf(node, written)) blocks.push(block)
  }
  flush()
  return blocks
}

const holdsBlock = (node: HtmlElement): boolean =>
  BLOCKS.has(node.name) || (node.name !== 'br' && node.children.some((child) => isElement(child) && holdsBlock(child)))

/** Words that would read as a heading or a fence are words. */
const asText = (text: string): string => text.replace(/^(#{1,6}\s|```|~~~)/gm, '\\$1')

const blockOf = (node: HtmlElement, written: Written): string[] => {
  const level = heading.exec(node.name)?.[1]
  if (level !== undefined) return headed(node, Number(level), written)
  if (written.within > DEEPEST_INDENT) return blocksOf(node.children, written)
  switch (node.name) {
    case 'ul':
    case 'ol':
      return list(node, written)
    case 'table':
      return isDataTable(node) ? [tableMarkdown(node)] : blocksOf(node.children, written)
    case 'pre':
      return fenced(node)
    case 'blockquote':
      return [blocksOf(node.children, deeper(written)).join('\n\n').replace(/^/gm, '> ').replace(/^> $/gm, '>')]
    case 'summary':
    case 'dt':
      return asked(node, written)
    default:
      return blocksOf(node.children, written)
  }
}

const deeper = (written: Written): Written => ({ ...written, within: written.within + 1 })

const headed = (node: HtmlElement, level: number, written: Written): string[] => {
  const text = inlineMarkdown(node.children, { plain: true })
  if (text === '') return []
  written.level = level
  return [`${'#'.repeat(level)} ${text}`]
}

/** What opens an answer is its heading: that of an accordion, or a term that is a question. */
const asked = (node: HtmlElement, written: Written): string[] => {
  const text = inlineMarkdown(node.children, { plain: true })
  if (text === '') return []
  if (node.name === 'dt' && !/[?？]$/u.test(text)) return [`**${text}**`]
  const own = node.children.find((child): child is HtmlElement => isElement(child) && heading.test(child.name))
  const level = own ? Number(own.name.slice(1)) : Math.min(DEEPEST_HEADING, written.level + 1)
  return [`${'#'.repeat(level)} ${text}`]
}

const list = (node: HtmlElement, written: Written): string[] => {
  const first = Number.parseInt(node.attributes.start ?? '1', 10) || 1
  const items = node.children
    .filter(isElement)
    .map((item) => blocksOf(item.name === 'li' ? item.children : [item], deeper(written)))
    .filter((blocks) => blocks.length > 0)
    .map((blocks, at) => {
      const mark = node.name === 'ol' ? `${first + at}. ` : '- '
      return mark + itemText(blocks).replace(/\n(?=.)/g, `\n${' '.repeat(mark.length)}`)
    })
  return items.length > 0 ? [items.join('\n')] : []
}

/** A list below an item follows it at once; a further paragraph stands apart. A heading in an item is a line of it. */
const itemText = (blocks: readonly string[]): string =>
  blocks
    .map((block) => block.replace(/^#{1,6} (.*)$/, '**$1**'))
    .reduce((text, block) => `${text}${/^(?:- |\d+\. )/.test(block) ? '\n' : '\n\n'}${block}`)

const fenced = (node: HtmlElement): string[] => {
  const code = rawText(node).replace(/^\n/, '').trimEnd()
  if (code.trim() === '') return []
  const [inner] = node.children.filter(isElement)
  const language = /\blang(?:uage)?-([\w+#-]+)/.exec(`${node.attributes.class} ${inner?.attributes.class}`)?.[1] ?? ''
  const fence = '`'.repeat(longestTicks(code) + 1)
  return [`${fence}${language}\n${code}\n${fence}`]
}

/** At least two: a fence has three or more. */
const longestTicks = (code: string): number =>
  code.match(/`+/g)?.reduce((most, { length }) => Math.max(most, length), 2) ?? 2

const rawText = (node: HtmlNode): string => {
  if (!isElement(node)) return node
  return node.name === 'br' ? '\n' : node.children.map(rawText).join('')
}
