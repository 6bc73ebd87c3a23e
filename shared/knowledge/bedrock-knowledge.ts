import {
  type BedrockAgentRuntimeClient,
  type KnowledgeBaseRetrievalResult,
  RetrieveCommand,
} from '@aws-sdk/client-bedrock-agent-runtime'
import * as z from 'zod/mini'
import type { BatonConfig } from '../config/config.ts'
import type { Log } from '../log/log.ts'
import { KnowledgeUnavailableError, type SearchFailure } from './errors.ts'
import type { Knowledge, Passage, Question } from './passage.ts'
import { inOrder } from './rank.ts'
import { sectionText } from './section-document.ts'
import { speaks } from './speaks.ts'
import { withLeads } from './with-lead.ts'

/** Both of AWS's documented limits hold: 1,000 characters once, 20,000 now. Nobody asks in the thousandth. */
const longestQuestionCharacters = 1_000
/** More than are asked for, so that the customer's language and an article's beginning may be among them. */
const candidates = 20
/** Bedrock may answer in pages, and with empty ones. */
const mostPages = 3
const tries = 2

const metadataSchema = z.object({
  articleId: z.string(),
  title: z.string(),
  url: z.string(),
  language: z.string(),
  topic: z.optional(z.string()),
  heading: z.optional(z.string()),
})

const causes: Readonly<Record<string, SearchFailure>> = {
  ThrottlingException: 'throttled',
  ServiceQuotaExceededException: 'throttled',
  TimeoutError: 'timed-out',
  AbortError: 'timed-out',
}
const causeOf = (error: unknown): SearchFailure => {
  if (error instanceof KnowledgeUnavailableError) return error.reason
  return causes[error instanceof Error ? error.name : ''] ?? 'failed'
}

const finalFaults = new Set(['AccessDeniedException', 'ResourceNotFoundException', 'ValidationException'])

/** What the service holds against the question or its asker, it would hold against them again. */
const isFinal = (error: unknown): boolean =>
  error instanceof KnowledgeUnavailableError || (error instanceof Error && finalFaults.has(error.name))

export interface BedrockKnowledgeOptions {
  readonly client: BedrockAgentRuntimeClient
  readonly knowledgeBaseId: string
  readonly settings: Pick<BatonConfig['knowledge']['bedrock'], 'calibration' | 'timeoutSeconds'>
  readonly log: Log
}

/** The probability behind a score; one that the store did not give is worth nothing. */
export const probabilityOfScore = (
  score: number | undefined,
  { slope, offset }: BatonConfig['knowledge']['bedrock']['calibration'],
): number => (score === undefined || !Number.isFinite(score) ? 0 : 1 / (1 + Math.exp(-(slope * score + offset))))

/** Text that every service can read, no longer than it takes; empty where nothing is asked. */
const queryOf = (text: string): string => text.trim().slice(0, longestQuestionCharacters).toWellFormed()

export interface Scored extends Passage {
  readonly score: number | undefined
}

/** What somebody put into the bucket by hand has no title and no link: it is no article, and is passed over. */
const readResult =
  (settings: BedrockKnowledgeOptions['settings']) =>
  ({ content, metadata, score }: KnowledgeBaseRetrievalResult): Scored[] => {
    const { success, data } = metadataSchema.safeParse(metadata)
    if (!success || !content?.text) return []
    const { topic, heading, ...known } = data
    return [
      {
        ...known,
        ...(topic !== undefined && { topic }),
        ...(heading !== undefined && { heading }),
        text: sectionText(content.text, data),
        confidence: probabilityOfScore(score, settings.calibration),
        score,
      },
    ]
  }

/** Every candidate with the score that the store gave it, in the store's order. @throws {KnowledgeUnavailableError} */
export const bedrockSearch = ({ client, knowledgeBaseId, settings, log }: BedrockKnowledgeOptions) => {
  const ask = async (text: string, abortSignal: AbortSignal): Promise<Scored[]> => {
    const found: KnowledgeBaseRetrievalResult[] = []
    let nextToken: string | undefined
    for (let page = 1; page <= mostPages && found.length < candidates; page += 1) {
      const answer = await client.send(
        new RetrieveCommand({
          knowledgeBaseId,
          retrievalQuery: { text },
          retrievalConfiguration: { vectorSearchConfiguration: { numberOfResults: candidates } },
          ...(nextToken !== undefined && { nextToken }),
        }),
        { abortSignal },
      )
      if (answer.guardrailAction === 'INTERVENED') throw new KnowledgeUnavailableError('refused')
      // Without the list it is no answer at all, and must not pass for one that found nothing.
      if (!answer.retrievalResults) throw new TypeError('an answer without results')
      found.push(...answer.retrievalResults)
      nextToken = answer.nextToken
      if (nextToken === undefined) break
    }
    return found.flatMap(readResult(settings))
  }

  return async (question: string): Promise<readonly Scored[]> => {
    const text = queryOf(question)
    if (text === '') return []
    let failure: unknown
    for (let attempt = 1; attempt <= tries && !isFinal(failure); attempt += 1) {
      try {
        return await ask(text, AbortSignal.timeout((settings.timeoutSeconds * 1_000) / tries))
      } catch (error) {
        failure = error
        log({ event: 'knowledge.failed', cause: causeOf(error), attempt })
      }
    }
    throw new KnowledgeUnavailableError(causeOf(failure), { cause: failure })
  }
}

/** Knowledge from Amazon Bedrock Knowledge Bases: one call, and one more inside its time where that failed. */
export const bedrockKnowledge = (options: BedrockKnowledgeOptions): Knowledge => {
  const search = bedrockSearch(options)
  return {
    retrieve: async ({ text, language, limit }: Question) => {
      const found = (await search(text)).map((passage) => ({ ...passage, ownLanguage: speaks(passage, language) }))
      const passages = inOrder(found).map(({ ownLanguage: _own, score: _score, ...passage }): Passage => passage)
      return withLeads(passages.slice(0, limit), passages)
    },
  }
}
