import { describe, expect, it } from 'vitest'
import { converseFaults } from './converse.ts'
import { schemaFaults } from './json-schema.ts'

const nova = 'us.amazon.nova-2-lite-v1:0'
const text = (role: string, words: string) => ({ role, content: [{ text: words }] })
const schema = { type: 'object', properties: { reply: { type: 'string' } }, required: ['reply'] }
const tool = (name = 'reply', json: object = schema) => ({
  toolSpec: { name, description: 'answers', inputSchema: { json } },
})
const use = { role: 'assistant', content: [{ toolUse: { toolUseId: 't1', name: 'reply', input: {} } }] }
const result = (toolUseId: string) => ({
  role: 'user',
  content: [{ toolResult: { toolUseId, content: [{ text: 'done' }] } }],
})
const sound = {
  system: [{ text: 'You are kind.' }],
  messages: [text('user', 'hello'), text('assistant', 'hello'), text('user', 'a lamp')],
  inferenceConfig: { temperature: 0.2, maxTokens: 700 },
  toolConfig: { tools: [tool()], toolChoice: { any: {} } },
}
const faults = (change: object, model = nova) => converseFaults(model, { ...sound, ...change })

describe('a Converse request', () => {
  it('is sound as it should be, with tools used and answered too', () => {
    expect(faults({})).toEqual([])
    expect(faults({ messages: [text('user', 'hello'), use, result('t1')] })).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    [
      'the assistant first',
      { messages: [text('assistant', 'hi'), text('user', 'hi')] },
      /does not begin with the user/,
    ],
    ['the assistant last', { messages: [text('user', 'hi'), text('assistant', 'hi')] }, /does not end with the user/],
    ['one role twice', { messages: [text('user', 'a'), text('user', 'b')] }, /messages 0 and 1 are of the same role/],
    ['no content', { messages: [{ role: 'user', content: [] }] }, /message 0 has no content/],
    ['a blank text', { messages: [text('user', ' \n')] }, /message 0 has a blank text/],
    ['a blank system text', { system: [{ text: '' }] }, /a system text is blank/],
    [
      'a tool used and not answered',
      { messages: [text('user', 'a'), use, text('user', 'b')] },
      /message 2 does not answer/,
    ],
    ['an answer to another use', { messages: [text('user', 'a'), use, result('t2')] }, /message 2 does not answer/],
    ['an answer to nothing', { messages: [result('t1')] }, /message 0 does not answer/],
    ['a tool used by the user', { messages: [{ ...use, role: 'user' }] }, /the user uses a tool/],
    [
      'tools used and none offered',
      { messages: [text('user', 'a'), use, result('t1')], toolConfig: undefined },
      /none are offered/,
    ],
    ['no tools', { toolConfig: { tools: [] } }, /no tool is offered/],
    ['two tools of one name', { toolConfig: { tools: [tool(), tool()] } }, /two tools have the same name/],
    [
      'a choice that is not offered',
      { toolConfig: { tools: [tool()], toolChoice: { tool: { name: 'x' } } } },
      /chosen tool x/,
    ],
    ['a tool named with a dot', { toolConfig: { tools: [tool('a.b')] } }, /the name does not fit every model/],
    [
      'a schema of a text',
      { toolConfig: { tools: [tool('a', { type: 'string' })] } },
      /the schema is not of an object/,
    ],
  ])('is refused with %s', (_what, change, fault) => {
    expect(faults(change)).toContainEqual(expect.stringMatching(fault))
  })
})

describe('Amazon Nova', () => {
  const closed = { toolConfig: { tools: [tool('a', { ...schema, additionalProperties: false })] } }

  it.each<[string, object, RegExp]>([
    ['a temperature of zero', { inferenceConfig: { temperature: 0 } }, /no temperature of 0/],
    ['too many tokens', { inferenceConfig: { maxTokens: 5_001 } }, /no 5001 tokens/],
    ['more at the top of a schema than it reads', closed, /Nova knows no additionalProperties here/],
  ])('takes no request with %s, though others do', (_what, change, fault) => {
    expect(faults(change)).toEqual([expect.stringMatching(fault)])
    expect(faults(change, 'anthropic.claude-haiku')).toEqual([])
  })
})

describe('a JSON schema', () => {
  it.each<[string, unknown, RegExp]>([
    ['no schema', 'string', /is no schema/],
    ['no type', {}, /type undefined is none/],
    ['a type that there is not', { type: 'text' }, /type text is none/],
    ['a list without items', { type: 'array' }, /an array without items/],
    ['wrong items', { type: 'array', items: { type: 'x' } }, /s\[\]: type x is none/],
    ['nothing to choose', { type: 'string', enum: [] }, /enum has nothing to choose/],
    ['a choice twice', { type: 'string', enum: ['a', 'a'] }, /or the same twice/],
    ['bounds the wrong way', { type: 'number', minimum: 2, maximum: 1 }, /minimum is over maximum/],
    ['a bound that is no number', { type: 'number', minimum: '0' }, /minimum or maximum is no number/],
    ['a required stranger', { ...schema, required: ['x'] }, /required x is no property/],
    ['a wrong property', { type: 'object', properties: { a: { type: 'x' } } }, /s\.a: type x is none/],
    ['a description that is no text', { type: 'string', description: 1 }, /description is no text/],
  ])('is unfit with %s', (_what, one, fault) => {
    expect(schemaFaults(one, 's')).toContainEqual(expect.stringMatching(fault))
  })
})
