import { type BedrockRuntimeClient, ConverseCommand, type ConverseCommandOutput } from '@aws-sdk/client-bedrock-runtime'
import type { BatonConfig, CompanyTool } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import { type Assistant, callsPerDraft, type Draft, type DraftRequest } from './assistant.ts'
import { companyTool, requestsIn } from './bedrock-company-tool.ts'
import { converseMessages } from './bedrock-messages.ts'
import { replyTool, replyToolName } from './bedrock-reply-tool.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'
import type { ModelCircuit } from './model-circuit.ts'
import { recordsIn, systemPrompt } from './prompt.ts'
import { replySchema } from './signals.ts'

/** Under this a second call is not worth starting: the customer would only wait longer for the same handoff. */
const usefulMs = 1_500
const triesPerTurn = 2
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

/**
 * One Converse call with a forced tool, and one retry inside the turn's budget, for whatever cause. A call that asks for
 * the company's tools is no draft yet: the next one is told what they answered.
 */
export const bedrockAssistant = ({ client, config, log, clock, circuit }: BedrockAssistantOptions): Assistant => {
  const { model, company, triggers } = config
  const converse = async (request: DraftRequest, offered: readonly CompanyTool[], timeoutMs: number) => {
    const withTools = offered.length > 0 || recordsIn(request).length > 0
    const answer = await client.send(
      new ConverseCommand({
        modelId: model.id,
        system: [{ text: systemPrompt(company.name, withTools) }],
        messages: converseMessages(request),
        inferenceConfig: { temperature: Math.max(model.temperature, leastTemperature), maxTokens: model.maxTokens },
        // Early Nova models reject a forced tool by name; with one tool, `any` forces the same.
        toolConfig: { tools: [replyTool(triggers.own), ...offered.map(companyTool)], toolChoice: { any: {} } },
      }),
      { abortSignal: AbortSignal.timeout(timeoutMs) },
    )
    const requests = requestsIn(answer.output?.message?.content, offered)
    return requests.length > 0 ? { requests } : { draft: readDraft(answer) }
  }

  return {
    draft: async (request) => {
      const { threadId, tools, mostCalls } = request
      const deadline = clock() + model.turnBudgetSeconds * 1_000
      let failure: unknown
      let failures = 0
      for (let call = 1; call <= (mostCalls ?? callsPerDraft(tools !== undefined)); call += 1) {
        const left = deadline - clock()
        if (left < usefulMs || failures === triesPerTurn) break
        try {
          const timeoutMs = Math.min(left, model.callTimeoutSeconds * 1_000)
          // A picture that the model cannot open makes it refuse the words as well.
          const asked = causeOf(failure) === 'refused' ? withoutFiles(request) : request
          // What a tool answers is of use to a further call only.
          const offered = call < (mostCalls ?? callsPerDraft(true)) ? (tools?.offered() ?? []) : []
          const answer = await circuit(() => converse(asked, offered, timeoutMs).catch(explain))
          if (answer.draft) return { ...answer.draft, calls: call }
          await tools?.call(answer.requests, deadline - usefulMs)
        } catch (error) {
          failure = error
          failures += 1
          if (causeOf(error) === 'paused') break
          log({ event: 'assistant.failed', threadId, cause: causeOf(error), attempt: failures })
        }
      }
      throw new AssistantUnavailableError(causeOf(failure), { cause: failure })
    },
  }
}
