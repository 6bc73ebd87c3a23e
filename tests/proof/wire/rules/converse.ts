import { isObject } from '#infra/local/json.ts'
import { schemaFaults } from './json-schema.ts'

type Input = Readonly<Record<string, unknown>>

const listOf = (value: unknown): Input[] => (Array.isArray(value) ? value.filter(isObject) : [])
const isBlank = ({ text }: Input): boolean => typeof text === 'string' && text.trim() === ''

const idsOf = (message: Input | undefined, kind: 'toolUse' | 'toolResult'): string[] =>
  listOf(message?.content).flatMap((block) => (isObject(block[kind]) ? [String(block[kind].toolUseId)] : []))

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/** Roles alternate from the user to the user; each use of a tool is answered in the very next message. */
const messageFaults = (messages: readonly Input[]): string[] => [
  ...(messages[0]?.role === 'user' ? [] : ['the conversation does not begin with the user']),
  ...(messages.at(-1)?.role === 'user' ? [] : ['the conversation does not end with the user']),
  ...messages.flatMap((message, n) => [
    ...(n > 0 && messages[n - 1]?.role === message.role ? [`messages ${n - 1} and ${n} are of the same role`] : []),
    ...(listOf(message.content).length === 0 ? [`message ${n} has no content`] : []),
    ...(listOf(message.content).some(isBlank) ? [`message ${n} has a blank text`] : []),
    ...(message.role === 'user' && idsOf(message, 'toolUse').length > 0 ? [`message ${n}: the user uses a tool`] : []),
    ...(message.role === 'user' && !same(idsOf(messages[n - 1], 'toolUse'), idsOf(message, 'toolResult'))
      ? [`message ${n} does not answer the tools that the one before it used`]
      : []),
  ]),
]

/** Amazon Nova reads no other member at the top of a tool's schema, and rejects some of them. */
const novaTopLevel = ['type', 'properties', 'required']

const toolFaults = (tool: Input, isNova: boolean): string[] => {
  const { name, inputSchema, description } = isObject(tool.toolSpec) ? tool.toolSpec : {}
  const schema = isObject(inputSchema) ? inputSchema.json : undefined
  const top = Object.keys(isObject(schema) ? schema : {})
  const where = `tool ${String(name)}`
  return [
    ...(/^[a-zA-Z][a-zA-Z0-9_]{0,63}$/.test(String(name)) ? [] : [`${where}: the name does not fit every model`]),
    ...(isBlank({ text: description }) ? [`${where}: the description is blank`] : []),
    ...schemaFaults(schema, where),
    ...(isObject(schema) && schema.type === 'object' ? [] : [`${where}: the schema is not of an object`]),
    ...(isNova
      ? top.filter((one) => !novaTopLevel.includes(one)).map((one) => `${where}: Nova knows no ${one} here`)
      : []),
  ]
}

const toolConfigFaults = ({ toolConfig, messages }: Input, isNova: boolean): string[] => {
  const uses = listOf(messages).some((message) => idsOf(message, 'toolUse').length > 0)
  if (!isObject(toolConfig)) return uses ? ['tools were used and none are offered'] : []
  const tools = listOf(toolConfig.tools)
  const names = tools.flatMap(({ toolSpec }) => (isObject(toolSpec) ? [String(toolSpec.name)] : []))
  const choice = isObject(toolConfig.toolChoice) ? toolConfig.toolChoice.tool : undefined
  return [
    ...(tools.length === 0 ? ['no tool is offered'] : []),
    ...(new Set(names).size < names.length ? ['two tools have the same name'] : []),
    ...(isObject(choice) && !names.includes(String(choice.name))
      ? [`the chosen tool ${String(choice.name)} is not offered`]
      : []),
    ...tools.flatMap((tool) => toolFaults(tool, isNova)),
  ]
}

/** Narrower than the model's own: Nova's request schema takes a temperature from 0.00001 and at most 5,000 tokens. */
const novaInference = ({ inferenceConfig }: Input): string[] => {
  const { temperature, maxTokens } = isObject(inferenceConfig) ? inferenceConfig : {}
  return [
    ...(typeof temperature === 'number' && (temperature < 0.00001 || temperature > 1)
      ? [`Nova takes no temperature of ${temperature}`]
      : []),
    ...(typeof maxTokens === 'number' && maxTokens > 5_000 ? [`Nova writes no ${maxTokens} tokens`] : []),
  ]
}

/** What Bedrock, or the model behind it, refuses though the service's model lets it pass. */
export const converseFaults = (modelId: string, input: Input): readonly string[] => {
  const isNova = modelId.includes('amazon.nova')
  return [
    ...messageFaults(listOf(input.messages)),
    ...(listOf(input.system).some(isBlank) ? ['a system text is blank'] : []),
    ...toolConfigFaults(input, isNova),
    ...(isNova ? novaInference(input) : []),
  ]
}
