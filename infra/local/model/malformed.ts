import { type ConverseRequest, chosenTool, converseResponse } from './converse.ts'
import { normalReply } from './reply.ts'

export interface RawAnswer {
  readonly contentType: string
  readonly body: string
  /** Promise a longer body than is sent, then hang up. */
  readonly cutShort?: true
}

const json = (value: unknown): RawAnswer => ({ contentType: 'application/json', body: JSON.stringify(value) })

const goodInput = (request: ConverseRequest): Record<string, unknown> => {
  const [block] = normalReply(request).output.message.content
  return { ...(block?.toolUse?.input as object | undefined) }
}

/** A well-formed Converse response around a tool call that is wrong. */
const withTool = (request: ConverseRequest, input: unknown, name = chosenTool(request)?.name ?? 'reply'): RawAnswer =>
  json(converseResponse(request, [{ toolUse: { toolUseId: 'tooluse_malformed', name, input } }], 'tool_use'))

const oneMegabyte = 1_000_000

const wrongValue = (value: unknown): unknown => {
  if (typeof value === 'string') return 42
  if (typeof value === 'boolean') return 'maybe'
  if (typeof value === 'number') return 'very'
  return 'none'
}

const wrongTypes = (input: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(input).map(([name, value]) => [name, wrongValue(value)]))

/** Rubbish of the kinds seen from models and from what stands between them and us, in the order they are served. */
export const malformations: Readonly<Record<string, (request: ConverseRequest) => RawAnswer>> = {
  'not JSON': () => ({ contentType: 'application/json', body: 'Sure! Here is your answer: {reply' }),
  'wrong types': (request) => withTool(request, wrongTypes(goodInput(request))),
  'numbers and choices out of range': (request) =>
    withTool(request, {
      ...goodInput(request),
      frustration: 17,
      topic: 'no-such-topic',
      ownTopics: ['no-such-topic', 3],
    }),
  'text instead of the tool': (request) =>
    json(converseResponse(request, [{ text: 'I would rather just chat.' }], 'end_turn')),
  'one megabyte': (request) => withTool(request, { ...goodInput(request), reply: 'lamp '.repeat(oneMegabyte / 5) }),
  'empty content': (request) => json(converseResponse(request, [], 'end_turn')),
  'cut off in transit': (request) => {
    const whole = JSON.stringify(normalReply(request))
    return { contentType: 'application/json', body: whole.slice(0, whole.length / 2), cutShort: true }
  },
  'out of tokens': (request) =>
    json(
      converseResponse(request, [{ toolUse: { toolUseId: 'tooluse_cut', name: 'reply', input: {} } }], 'max_tokens'),
    ),
  'another tool': (request) => withTool(request, { command: 'rm -rf /' }, 'run_shell'),
  'a web page': () => ({ contentType: 'text/html', body: '<!doctype html><title>502</title><h1>Bad Gateway</h1>' }),
  'input as a string': (request) => withTool(request, JSON.stringify(goodInput(request))),
  'an empty reply': (request) => withTool(request, { ...goodInput(request), reply: '   ' }),
  'nothing at all': () => json({}),
  'filtered content': (request) => json(converseResponse(request, [], 'content_filtered')),
}
