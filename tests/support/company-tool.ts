import type { BatonConfigInput, CompanyTool } from '#shared/config/config.ts'
import { toolSchema } from '#shared/config/tool-schema.ts'
import type { ToolAnswer, ToolCall, ToolCaller } from '#shared/tool/tool.ts'

export type WrittenTool = NonNullable<BatonConfigInput['tools']>[number]

export const writtenTool = (fields: Partial<WrittenTool> = {}): WrittenTool => ({
  name: 'look_up_order',
  description: 'Looks up one order of the customer.',
  phrases: ['my order'],
  input: { type: 'object', properties: { order: { type: 'string', maxLength: 20 } }, required: ['order'] },
  target: { url: 'https://tools.example.com/orders', secret: true },
  safe: true,
  ...fields,
})

export const toolOf = (fields: Partial<WrittenTool> = {}): CompanyTool => toolSchema.parse(writtenTool(fields))

export const answered = (value: unknown): ToolAnswer => ({ kind: 'answered', text: JSON.stringify(value) })

export interface ScriptedTools extends ToolCaller {
  readonly calls: ToolCall[]
  /** One after the other; the last one again and again. */
  answers: readonly ToolAnswer[]
}

/** Answers what the test tells it to. */
export const scriptedTools = (...answers: readonly ToolAnswer[]): ScriptedTools => {
  const tools: ScriptedTools = {
    calls: [],
    answers,
    call: async (call) => {
      tools.calls.push(call)
      return tools.answers[Math.min(tools.calls.length, tools.answers.length) - 1] ?? answered({ status: 'shipped' })
    },
  }
  return tools
}
