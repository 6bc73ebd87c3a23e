import { elementsIn, type HtmlElement, type HtmlNode, isElement, textOf } from './html-tree.ts'

/** Never text that a customer would read. */
const NEVER = new Set(
  'title script style noscript template svg math iframe object embed canvas video audio select option textarea input nav'.split(
    ' ',
  ),
)
/** What a page is framed with; within the main content they hold some of it. */
const FRAME = new Set(['header', 'footer', 'aside', 'dialog'])
const FRAME_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'dialog', 'menu'])
const FRAME_CLASS =
  /(?:^|[\s_-])(?:breadcrumbs?|cookies?|consent|skip-?links?|related|share|sharing|pagination|feedback)(?:$|[\s_-])/i
const SPOKEN_BUTTONS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'summary'])
const ICONS = new Set(['i', 'span'])
/** A main element that holds less of the page than this is no more than a frame of something else. */
const LEAST_SHARE = 0.1

const isFraming = ({ name, attributes }: HtmlElement): boolean =>
  FRAME_ROLES.has(attributes.role ?? '') ||
  (name !== 'body' && name !== 'main' && name !== 'article' && FRAME_CLASS.test(`${attributes.class} ${attributes.id}`))

const isDropped = (one: HtmlElement, spoken: boolean, within: boolean): boolean => {
  if (NEVER.has(one.name) || isFraming(one)) return true
  if (one.name === 'footer' || (!within && FRAME.has(one.name))) return true
  // An accordion's questions are buttons, and its answers are hidden until one is pressed.
  if (one.name === 'button') return !spoken
  return ICONS.has(one.name) && one.attributes['aria-hidden'] === 'true'
}

const pruned = (element: HtmlElement, within: boolean, spoken = false): HtmlElement => ({
  ...element,
  children: element.children.flatMap((child): readonly HtmlNode[] => {
    if (!isElement(child)) return [child]
    const speaks = spoken || SPOKEN_BUTTONS.has(child.name)
    return isDropped(child, speaks, within) ? [] : [pruned(child, within, speaks)]
  }),
})

const isMain = ({ name, attributes }: HtmlElement): boolean => name === 'main' || attributes.role === 'main'

const enough = (part: HtmlElement | undefined, body: HtmlElement): part is HtmlElement =>
  part !== undefined && textOf(part).length >= textOf(body).length * LEAST_SHARE

/** What the page is about: its main element, its only article, or all of its body, without what frames every page. */
export const mainContent = (page: HtmlElement): HtmlElement => {
  const all = [...elementsIn(page)]
  const body = pruned(all.find(({ name }) => name === 'body') ?? page, false)
  const articles = all.filter(({ name }) => name === 'article')
  const chosen = all.find(isMain) ?? (articles.length === 1 ? articles[0] : undefined)
  const main = chosen && pruned(chosen, true)
  return enough(main, body) ? main : body
}
