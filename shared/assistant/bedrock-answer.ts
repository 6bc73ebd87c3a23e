import type { ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime'
import { modelFamily } from '../config/model-families.ts'
import type { Draft, DraftRequest } from './assistant.ts'
import { replyToolName } from './bedrock-reply-tool.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'
import { jsonInText } from './json-in-text.ts'
import { recordsIn } from './prompt.ts'
import { replySchema } from './signals.ts'
import { namedSources } from './sources.ts'
import type { Usage } from './usage.ts'

const stopped: Readonly<Record<string, DraftFailure>> = {
  guardrail_intervened: 'guardrail',
  content_filtered: 'refused',
}

/** A tool's input; of a family that cannot be made to call one also the JSON that it wrote. */
const inputOf = ({ output }: ConverseCommandOutput, id: string): unknown => {
  const content = output?.message?.content ?? []
  const call = content.find(({ toolUse }) => toolUse?.name === replyToolName)?.toolUse
  if (call || modelFamily(id).reply === 'any') return call?.input
  return jsonInText(content.map(({ text = '' }) => text).join(''))
}

/** @throws AssistantUnavailableError when it is no draft */
export const readDraft = (
  answer: ConverseCommandOutput,
  id: string,
  request: DraftRequest,
): Pick<Draft, 'reply' | 'signals' | 'sources'> => {
  const cause = stopped[answer.stopReason ?? '']
  if (cause) throw new AssistantUnavailableError(cause)
  const parsed = replySchema.safeParse(inputOf(answer, id))
  if (!parsed.success) throw new AssistantUnavailableError('malformed')
  const { reply, sources, ...signals } = parsed.data
  const shown = { passages: request.passages, records: recordsIn(request) }
  return { reply, signals, sources: namedSources(sources, shown) }
}

/** What a model does not count is counted as nothing. */
export const usageOf = ({ usage }: ConverseCommandOutput): Usage => ({
  inputTokens: usage?.inputTokens ?? 0,
  outputTokens: usage?.outputTokens ?? 0,
  cacheReadTokens: usage?.cacheReadInputTokens ?? 0,
  cacheWriteTokens: usage?.cacheWriteInputTokens ?? 0,
})
