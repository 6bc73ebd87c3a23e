import { type BedrockRuntimeClient, ConverseCommand, type ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime'
import type { BatonConfig } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import type { Assistant, Draft, DraftRequest } from './assistant.ts'
import { converseMessages } from './bedrock-messages.ts'
import { replyTool, replyToolName } from './bedrock-reply-tool.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'
import type { ModelCircuit } from './model-circuit.ts'
import { systemPrompt } from './prompt.ts'
import { replySchema } from './signals.ts'

/** Under this a second call is not worth starting: the customer would only wait longer for the same handoff. */
const usefulMs = 1_500
const callsPerTurn = 2
/** Amazon Nova takes no temperature of zero: it would refuse every call. Other models cannot tell this from zero. */
const leastTemperature = 0.00001

const causes: Readonly<Record<string, DraftFailure>> = {
  ThrottlingException: 'throttled',
  ServiceQuotaExceededException: 'throttled',
  ModelTimeoutException: 'timed-out',
  TimeoutError: 'timed-out',
  AbortError: 'timed-out',
  ValidationException: 'refused',
}

const causeOf = (error: unknown): DraftFailure => {
  if (error instanceof AssistantUnavailableError) return error.reason
  return causes[error instanceof Error ? error.name : ''] ?? 'failed'
}

const explain = (error: unknown): never => {
  throw new AssistantUnavailableError(causeOf(error), { cause: error })
}

const readDraft = (answer: ConverseCommandOutput): Omit<Draft, 'calls'> => {
  if (answer.stopReason === 'guardrail_intervened' || answer.stopReason === 'content_filtered')
    throw new AssistantUnavailableError('refused')
  const call = answer.output?.message?.content?.find(({ toolUse }) => toolUse?.name === replyToolName)?.toolUse
  const parsed = replySchema.safeParse(call?.input)
  if (!parsed.success) throw new AssistantUnavailableError('malformed')
  const { reply, ...signals } = parsed.data
  return { reply, signals }
}

/** The files are named then, and what is said of them stays true. */
const withoutFiles = ({ files = [], attachments = [], ...request }: DraftRequest): DraftRequest => ({
  ...request,
  attachments: [...files.map(({ attachment }) => attachment), ...attachments],
})

export interface BedrockAssistantOptions {
  readonly client: BedrockRuntimeClient
  readonly config: BatonConfig
  readonly log: Log
  readonly clock: () => number
  readonly circuit: ModelCircuit
}

/** One Converse call with a forced tool, and one retry inside the turn's budget, for whatever cause. */
export const bedrockAssistant = ({ client, config, log, clock, circuit }: BedrockAssistantOptions): Assistant => {
  const { model, company, triggers } = config
  const converse = async (request: DraftRequest, timeoutMs: number) => {
    const answer = await client.send(
      new ConverseCommand({
        modelId: model.id,
        system: [{ text: systemPrompt(company.name) }],
        messages: converseMessages(request),
        inferenceConfig: { temperature: Math.max(model.temperature, leastTemperature), maxTokens: model.maxTokens },
        // Early Nova models reject a forced tool by name; with one tool, `any` forces the same.
        toolConfig: { tools: [replyTool(triggers.own)], toolChoice: { any: {} } },
      }),
      { abortSignal: AbortSignal.timeout(timeoutMs) },
    )
    return readDraft(answer)
  }

  return {
    draft: async (request) => {
      const deadline = clock() + model.turnBudgetSeconds * 1_000
      let failure: unknown
      for (let attempt = 1; attempt <= (request.mostCalls ?? callsPerTurn); attempt += 1) {
        const left = deadline - clock()
        if (left < usefulMs) break
        try {
          const timeoutMs = Math.min(left, model.callTimeoutSeconds * 1_000)
          // A picture that the model cannot open makes it refuse the words as well.
          const asked = causeOf(failure) === 'refused' ? withoutFiles(request) : request
          return { ...(await circuit(() => converse(asked, timeoutMs).catch(explain))), calls: attempt }
        } catch (error) {
          failure = error
          if (causeOf(error) === 'paused') break
          log({ event: 'assistant.failed', threadId: request.threadId, cause: causeOf(error), attempt })
        }
      }
      throw new AssistantUnavailableError(causeOf(failure), { cause: failure })
    },
  }
}
