import { type ConverseRequest, systemText, userTexts } from './converse.ts'

export interface OfferedPassage {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly topic?: string
  readonly text: string
}

/** What a tool answered: nothing where it failed. */
export interface OfferedRecord {
  readonly id: string
  readonly tool: string
  readonly input: string
  readonly result?: Readonly<Record<string, unknown>>
}

/** What the stand-in understands of a prompt: it has no other knowledge than the passages it is handed. */
export interface Prompt {
  readonly system: string
  readonly passages: readonly OfferedPassage[]
  readonly records: readonly OfferedRecord[]
  readonly customerMessage: string
  readonly earlierMessages: readonly string[]
}

const plain = (escaped: string): string =>
  escaped
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')

const attribute = (attributes: string, name: string): string | undefined => {
  const value = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1]
  return value === undefined ? undefined : plain(value)
}

const readPassage = ([, attributes = '', text = '']: RegExpExecArray): OfferedPassage => {
  const topic = attribute(attributes, 'topic')
  return {
    id: attribute(attributes, 'id') ?? '',
    title: attribute(attributes, 'title') ?? '',
    url: attribute(attributes, 'url') ?? '',
    ...(topic ? { topic } : {}),
    text: plain(text.trim()),
  }
}

const customerBlock = /<customer_message[^>]*>([\s\S]*)<\/customer_message>/
/** A burst of messages comes as one block each, to be answered together. */
const betweenBlocks = /<\/customer_message>\s*<customer_message[^>]*>/g
const passageBlock = /<passage\b([^>]*)>([\s\S]*?)<\/passage>/g

const customerWords = (text: string): string => {
  const block = customerBlock.exec(text)?.[1]
  if (block === undefined) return text.replace(/<passages>[\s\S]*?<\/passages>/g, '').trim()
  return plain(block.replace(betweenBlocks, '\n')).trim()
}

/** Passages count only outside the customer's own words: whatever a customer types is never knowledge. */
const offered = (text: string): OfferedPassage[] =>
  [...text.replace(customerBlock, '').matchAll(passageBlock)].map(readPassage)

const recordBlock = /<record tool="([^"]*)"([^>]*)>([\s\S]*?)<\/record>/g

const readRecord = ([, tool = '', attributes = '', text = '']: RegExpExecArray): OfferedRecord => {
  const [input = '', said = ''] = text.split(' → ')
  const record = { id: attribute(attributes, 'id') ?? '', tool, input }
  try {
    return { ...record, result: JSON.parse(said) }
  } catch {
    return record
  }
}

const recorded = (text: string): OfferedRecord[] =>
  [...text.replace(customerBlock, '').matchAll(recordBlock)].map(readRecord)

export const readPrompt = (request: ConverseRequest): Prompt => {
  const texts = userTexts(request)
  const marked = texts.findLastIndex((text) => customerBlock.test(text))
  const current = marked === -1 ? texts.length - 1 : marked
  return {
    system: systemText(request),
    passages: offered(texts[current] ?? ''),
    records: recorded(texts[current] ?? ''),
    customerMessage: customerWords(texts[current] ?? ''),
    earlierMessages: texts.slice(0, Math.max(0, current)).map(customerWords).filter(Boolean),
  }
}
