import type { BatonConfig } from '#shared/config/config.ts'
import type { CompiledKnowledge, StoredPassage } from '#shared/knowledge/compiled.ts'
import { minisearchKnowledge } from '#shared/knowledge/minisearch-knowledge.ts'
import type { Passage } from '#shared/knowledge/passage.ts'
import { logitOf } from '#shared/knowledge/probability.ts'
import { documentOf } from '#shared/knowledge/section-document.ts'
import { asNumber, asObject, type Json, type JsonObject } from '../json.ts'

const mostResults = 100

/** Of the same section: what the index answers with may begin with its article's lead. */
const isSection = (passage: Passage, stored: StoredPassage): boolean =>
  stored.articleId === passage.articleId && stored.heading === passage.heading && passage.text.endsWith(stored.text)

/** The score that the configured calibration turns back into how sure the index is. */
const scoreOf = (
  { sureness, confidence }: Passage,
  { slope, offset }: BatonConfig['knowledge']['bedrock']['calibration'],
) => Math.min(1, Math.max(0, (logitOf(sureness ?? confidence) - offset) / slope))

const resultOf = (stored: StoredPassage, score: number): JsonObject => {
  const { key, text, metadata } = documentOf(stored)
  const uri = `s3://local-articles/${key}`
  return {
    content: { text, type: 'TEXT' },
    location: { type: 'S3', s3Location: { uri } },
    score,
    metadata: {
      ...asObject(asObject(JSON.parse(metadata)).metadataAttributes),
      'x-amz-bedrock-kb-source-uri': uri,
      'x-amz-bedrock-kb-data-source-id': 'LOCAL00000',
    },
  }
}

/** Answers Bedrock's Retrieve. */
export type Retrieve = (input: JsonObject) => Promise<JsonObject>

/**
 * A stand-in for Retrieve: the built-in index searches, and the answer has Bedrock's shape. What it finds, and how sure
 * it is, is the index's and says nothing of the embeddings that a deployment would have.
 */
export const retrieveFrom = (
  compiled: CompiledKnowledge,
  calibration: BatonConfig['knowledge']['bedrock']['calibration'],
): Retrieve => {
  const knowledge = minisearchKnowledge(compiled)
  return async ({ retrievalQuery, retrievalConfiguration }) => {
    const settings: Json = asObject(asObject(retrievalConfiguration).vectorSearchConfiguration)
    const limit = Math.min(mostResults, asNumber(settings.numberOfResults, 5))
    const passages = await knowledge.retrieve({ text: String(asObject(retrievalQuery).text ?? ''), limit })
    const retrievalResults = passages.flatMap((passage) => {
      const stored = compiled.passages.find((one) => isSection(passage, one))
      return stored ? [resultOf(stored, scoreOf(passage, calibration))] : []
    })
    return { retrievalResults, guardrailAction: 'NONE' }
  }
}
