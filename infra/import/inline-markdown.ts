import { type HtmlNode, isElement } from './html-tree.ts'

/** How a run of words is written: where links lead from, and whether it must be one bare line. */
export interface InlineStyle {
  readonly url?: string | undefined
  /** A heading or a cell: no breaks, no links, no emphasis. */
  readonly plain?: boolean
}

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const EMPHASIS: Readonly<Record<string, string>> = { strong: '**', b: '**', em: '*', i: '*' }
/** What marks a heading's own address, and says nothing. */
const ANCHOR = /^[#¶§🔗]?$/u

/** Words with their emphasis, links and code, on one line but for breaks. */
export const inlineMarkdown = (nodes: readonly HtmlNode[], style: InlineStyle): string =>
  nodes
    .map((node) => inline(node, style))
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, style.plain ? ' ' : '\n')
    .trim()
    .replace(/;$/, style.plain ? '' : ';')

const inline = (node: HtmlNode, style: InlineStyle): string => {
  if (!isElement(node)) return node.replace(/\s+/g, ' ')
  const { name, attributes, children } = node
  if (name === 'br') return '\n'
  if (name === 'img') return attributes.alt?.replace(/\s+/g, ' ').trim() ?? ''
  if (name === 'code' || name === 'kbd' || name === 'samp') return codeSpan(children)
  const text = children.map((child) => inline(child, style)).join('')
  if (name === 'a' && ANCHOR.test(text.trim())) return ''
  if (style.plain && name === 'li') return `${text.trim()}; `
  if (style.plain) return isBlockInLine(name) ? ` ${text} ` : text
  if (name === 'a') return link(text, attributes.href, style.url)
  const mark = EMPHASIS[name]
  return mark ? around(text, mark) : text
}

/** Paragraphs of a cell, side by side on its line. */
const isBlockInLine = (name: string): boolean => ['p', 'div', 'ul', 'ol', 'tr', 'td', 'dd', 'dt'].includes(name)

/** Emphasis stands at the words: the spaces around them stay outside. */
const around = (text: string, mark: string): string => {
  const words = text.trim()
  if (words === '' || words.includes('\n') || words.startsWith('*')) return text
  return text.replace(words, () => `${mark}${words}${mark}`)
}

const codeSpan = (children: readonly HtmlNode[]): string => {
  const code = inlineMarkdown(children, { plain: true })
  return code === '' ? '' : code.includes('`') ? `\`\` ${code} \`\`` : `\`${code}\``
}

const link = (text: string, href: string | undefined, base: string | undefined): string => {
  const words = text.trim()
  const target = href === undefined || href.startsWith('#') ? null : URL.parse(href, base)
  if (!target || !SCHEMES.has(target.protocol) || words.includes('\n')) return text
  const written = target.href.replaceAll('(', '%28').replaceAll(')', '%29')
  return text.replace(words, () => `[${words.replace(/[[\]]/g, '\\$&')}](${written})`)
}
