import type { ToolCall } from './tool.ts'

/** What a tool is told, wherever it is: the same document for a URL and for a function. */
export const toolCalled = ({ id, tool, conversationId, customer, input }: ToolCall, at: Date) => ({
  type: 'tool.called',
  timestamp: at.toISOString(),
  data: { id, tool: tool.name, conversation: { id: conversationId }, ...(customer && { customer }), input },
})

/** Whether an answer of this status may be another one the next time. */
export const mayPass = (status: number): boolean => status >= 500 || [408, 425, 429].includes(status)
