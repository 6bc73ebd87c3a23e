import { randomUUID } from 'node:crypto'
import { type Answer, answerFromPassages } from './answer.ts'
import { answerFromRecords, wantedCall } from './call-tool.ts'
import { type ConverseRequest, type ConverseResponse, chosenTool, converseResponse, filesBeside } from './converse.ts'
import { fillSchema } from './fill-schema.ts'
import { obey } from './obey.ts'
import { readPrompt } from './read-prompt.ts'
import { signalsOf } from './signals.ts'

type Known = Readonly<Record<string, unknown>> & { readonly reply: string }

const toolUse = (name: string, input: unknown) => ({
  toolUse: { toolUseId: `tooluse_${randomUUID().replaceAll('-', '').slice(0, 22)}`, name, input },
})

const respond = (request: ConverseRequest, known: Known): ConverseResponse => {
  const tool = chosenTool(request)
  if (!tool) return converseResponse(request, [{ text: known.reply }], 'end_turn')
  return converseResponse(request, [toolUse(tool.name, fillSchema(tool.inputSchema.json, known))], 'tool_use')
}

export const normalReply = (request: ConverseRequest): ConverseResponse => {
  const prompt = readPrompt(request)
  const call = wantedCall(request, prompt)
  if (call) return converseResponse(request, [toolUse(call.name, call.input)], 'tool_use')
  const { text, answered, topic, sources }: Answer = answerFromRecords(prompt) ?? answerFromPassages(prompt)
  const files = filesBeside(request)
  // It cannot look at them; that they came this far is what there is to see.
  const reply = files > 0 ? `${text} (I was shown ${files} ${files === 1 ? 'file' : 'files'}.)` : text
  return respond(request, { ...signalsOf(prompt), reply, sources, answered, ...(topic ? { topic } : {}) })
}

export const obedientReply = (request: ConverseRequest): ConverseResponse => respond(request, obey(readPrompt(request)))
