import { Parser } from 'htmlparser2'
import { DocumentError } from './draft.ts'

export interface HtmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: HtmlNode[]
}
export type HtmlNode = HtmlElement | string

/** A page of a help centre nests some thirty elements and has some thousands. */
const DEEPEST = 256
const MOST_ELEMENTS = 200_000

/** The tree of a page, as browsers forgive it; nothing in it is run or fetched. @throws {DocumentError} beyond all bounds */
export const htmlTree = (html: string): HtmlElement => {
  const root: HtmlElement = { name: '#root', attributes: {}, children: [] }
  const open = [root]
  let elements = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (open.length > DEEPEST) throw new DocumentError(`nests more than ${DEEPEST} elements`)
      if (++elements > MOST_ELEMENTS) throw new DocumentError(`holds more than ${MOST_ELEMENTS} elements`)
      const element: HtmlElement = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    ontext: (text) => {
      open.at(-1)?.children.push(text)
    },
    onclosetag: () => {
      if (open.length > 1) open.pop()
    },
  })
  parser.write(html)
  parser.end()
  return root
}

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string'

/** All elements below one, in the page's order; a stack of its own, as a chain of generators costs each its depth. */
export function* elementsIn(element: HtmlElement): Generator<HtmlElement> {
  const open = element.children.toReversed()
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!isElement(next)) continue
    yield next
    for (let at = next.children.length - 1; at >= 0; at--) open.push(next.children[at] ?? '')
  }
}

export const firstOf = (element: HtmlElement, is: (one: HtmlElement) => boolean): HtmlElement | undefined => {
  for (const one of elementsIn(element)) if (is(one)) return one
  return undefined
}

/** Its text as it stands, with every white space as one. */
export const textOf = (node: HtmlNode): string => rawText(node).replace(/\s+/g, ' ').trim()

/** Without scripts and styles, which are text to a parser. */
const rawText = (node: HtmlNode): string => {
  if (!isElement(node)) return node
  if (node.name === 'script' || node.name === 'style') return ''
  return node.children.map(rawText).join(node.name === 'td' || node.name === 'li' ? ' ' : '')
}
