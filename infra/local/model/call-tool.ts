import { questionTerms, termsOf, tokensOf } from '#shared/knowledge/terms.ts'
import type { Answer } from './answer.ts'
import type { ConverseRequest, ConverseTool } from './converse.ts'
import type { OfferedRecord, Prompt } from './read-prompt.ts'

interface Wanted {
  readonly name: string
  readonly input: Readonly<Record<string, unknown>>
}

const otherTools = ({ toolConfig }: ConverseRequest): readonly ConverseTool[] =>
  (toolConfig?.tools ?? []).flatMap(({ toolSpec }) => (toolSpec && toolSpec.name !== 'reply' ? [toolSpec] : []))

/** Such as 1042 or A-1042: what a field about something that has a number is filled with. */
const numbered = /\b(?:[A-Z]{1,4}-?)?\d{3,}\b/u

interface Fields {
  readonly properties?: Readonly<Record<string, { readonly type?: string }>>
  readonly required?: readonly string[]
}

/** What can be told from the words alone; undefined where a field that has to be there cannot. */
const inputFor = ({ inputSchema }: ConverseTool, message: string): Wanted['input'] | undefined => {
  const { properties = {}, required = [] } = inputSchema.json as Fields
  const found = numbered.exec(message)?.[0]
  const input = Object.fromEntries(
    required.flatMap((name) => {
      if (name === 'why') return [[name, `the customer asks: ${message}`.replace(/\s+/g, ' ').slice(0, 160)]]
      if (found === undefined) return []
      return [[name, properties[name]?.type === 'string' ? found : Number(found.replace(/\D/g, ''))]]
    }),
  )
  return required.every((name) => name in input) ? input : undefined
}

const isAbout = ({ name, description = '' }: ConverseTool, message: string): boolean => {
  const tokens = new Set(tokensOf(termsOf(`${name.replaceAll('_', ' ')} ${description}`)))
  return questionTerms(message, (stem) => stem).some(({ stem }) => stem !== undefined && tokens.has(stem))
}

/** One call, when a tool is about what is asked and has not been called for it. */
export const wantedCall = (request: ConverseRequest, { customerMessage, records }: Prompt): Wanted | undefined => {
  for (const tool of otherTools(request)) {
    const input = isAbout(tool, customerMessage) ? inputFor(tool, customerMessage) : undefined
    const { why, ...asked } = input ?? {}
    const isKnown = records.some((record) => record.tool === tool.name && record.input === JSON.stringify(asked))
    if (input && !isKnown) return { name: tool.name, input }
  }
  return undefined
}

/** A record answers what mentions what it was asked for. */
const answers = ({ input, result }: OfferedRecord, message: string): boolean => {
  const found = numbered.exec(message)?.[0]
  return result !== undefined && found !== undefined && input.includes(found)
}

/** In the record's own words, or field by field. */
export const answerFromRecords = ({ records, customerMessage }: Prompt): Answer | undefined => {
  const record = records.findLast((one) => answers(one, customerMessage))
  if (!record?.result) return undefined
  const { result, id } = record
  const fields = Object.entries(result).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  const text = typeof result.summary === 'string' ? result.summary : fields.join(', ')
  return { text, answered: true, sources: [id] }
}
