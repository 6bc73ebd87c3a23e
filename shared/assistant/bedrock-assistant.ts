import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import type { BatonConfig, CompanyTool } from '../config/config.ts'
import { modelFamily, modelIds } from '../config/model-families.ts'
import { modelReads } from '../config/model-reads.ts'
import type { Log } from '../log/log.ts'
import { type Assistant, callsPerDraft, type Draft, type DraftRequest } from './assistant.ts'
import { readDraft, usageOf } from './bedrock-answer.ts'
import { requestsIn } from './bedrock-company-tool.ts'
import { guardReply } from './bedrock-guardrail.ts'
import { converseRequest } from './bedrock-request.ts'
import { AssistantUnavailableError, type DraftFailure } from './errors.ts'
import type { ModelCircuit } from './model-circuit.ts'
import { isInOtherLanguage } from './other-language.ts'
import { type NextCall, openTries, type Tries, usefulMs } from './tries.ts'

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
  throw error instanceof AssistantUnavailableError
    ? error
    : new AssistantUnavailableError(causeOf(error), { cause: error })
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

interface Call {
  readonly next: NextCall
  readonly asked: DraftRequest
  readonly offered: readonly CompanyTool[]
}

type Reply = Pick<Draft, 'reply' | 'signals' | 'sources'>

const unavailable = (error: unknown): AssistantUnavailableError => {
  if (error instanceof AssistantUnavailableError) return error
  throw error
}

/**
 * One Converse call that is asked for a reply in the form that the model's family takes, and one retry inside the turn's
 * budget, by the next model where there is one. A call that asks for the company's tools is no draft yet: the next one is
 * told what they answered.
 */
export const bedrockAssistant = (options: BedrockAssistantOptions): Assistant => {
  const { config, log, clock } = options
  const { model } = config

  return {
    draft: async (request) => {
      const { threadId, tools, mostCalls = callsPerDraft(tools !== undefined) } = request
      const [budgetMs, callTimeoutMs] = [model.turnBudgetSeconds * 1_000, model.callTimeoutSeconds * 1_000]
      const tries = openTries({ models: modelIds(model), mostCalls, budgetMs, callTimeoutMs, clock })
      let failure: DraftFailure | undefined
      for (let next = tries.next(); next; next = tries.next()) {
        try {
          const draft = await tryOnce(options, tries, callOf(config, request, next, failure))
          if (!draft) continue
          return { ...draft, ...tries.spent(), model: next.model }
        } catch (error) {
          const { reason } = unavailable(error)
          failure = reason
          tries.failed(unavailable(error))
          if (reason !== 'paused')
            log({ event: 'assistant.failed', threadId, model: next.model, cause: reason, attempt: tries.failures() })
        }
      }
      throw tries.gaveUp()
    },
  }
}

const callOf = (
  { model }: BatonConfig,
  { mostCalls, ...request }: DraftRequest,
  next: NextCall,
  failure: DraftFailure | undefined,
): Call => {
  // What a tool answers is of use to a further call only.
  const offers = next.number < (mostCalls ?? callsPerDraft(true)) && modelFamily(next.model).reply !== 'text'
  const reads = next.model === model.id || modelReads({ id: next.model }).length > 0
  return {
    next,
    // A picture that a model cannot open makes it refuse the words as well.
    asked: failure === 'refused' || !reads ? withoutFiles(request) : request,
    offered: offers ? (request.tools?.offered() ?? []) : [],
  }
}

/** Undefined when the model asked for tools, which have answered now. @throws AssistantUnavailableError */
const tryOnce = async (
  { client, config, circuit }: BedrockAssistantOptions,
  tries: Tries,
  { next, asked, offered }: Call,
): Promise<Reply | undefined> => {
  const command = new ConverseCommand(converseRequest(config, next.model, asked, offered))
  const sent = () => client.send(command, { abortSignal: AbortSignal.timeout(next.timeoutMs) })
  const answer = await circuit(async () => {
    tries.made()
    return sent().catch(explain)
  }, next.model)
  tries.used(usageOf(answer))
  const requests = requestsIn(answer.output?.message?.content, offered)
  if (requests.length > 0) {
    await asked.tools?.call(requests, tries.deadline - usefulMs)
    return undefined
  }
  const draft = readDraft(answer, next.model, asked)
  if (isInOtherLanguage(draft.reply, asked.messages, asked.language))
    throw new AssistantUnavailableError('other-language')
  const { guardrail } = config.model
  if (guardrail) await guardReply(client, guardrail, draft.reply, AbortSignal.timeout(next.timeoutMs)).catch(explain)
  return draft
}
