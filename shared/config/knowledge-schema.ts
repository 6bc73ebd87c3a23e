import { z } from 'zod'

/** Models that embed into the 1,024 numbers which the stack's vector index is made for. */
export const embeddingModels = ['amazon.titan-embed-text-v2:0', 'cohere.embed-multilingual-v3'] as const

/**
 * What a score of Bedrock's is worth until it was fitted: .70 is even, .63 one in five. Under either reading of a cosine
 * it claims too little rather than too much (ADR 0067).
 */
export const cautiousCalibration = { slope: 20, offset: -14 }

export const knowledgeSchema = z.strictObject({
  /** Of Markdown articles, relative to the configuration's own folder. */
  folder: z.string(),
  passages: z.int().min(1).max(10).default(4),
  /** Whether an answer ends with the articles that it rests on, two at most. */
  cite: z.boolean().default(true),
  /** What searches them: an index in the turn's bundle, or Bedrock Knowledge Bases on S3 Vectors (docs/knowledge.md). */
  store: z.enum(['built-in', 'bedrock']).default('built-in'),
  /** How the store `bedrock` is kept and asked. */
  bedrock: z
    .strictObject({
      /** Another one makes a new knowledge base, which is empty until its first sync. */
      embeddings: z
        .enum(embeddingModels, `one of ${embeddingModels.join(', ')}`)
        .default('amazon.titan-embed-text-v2:0'),
      /** Both tries together; the customer waits for them. */
      timeoutSeconds: z.number().min(1).max(10).default(5),
      /** From a score to the probability that the passage answers; `node infra/knowledge/calibrate.ts` fits it to the deployed store. */
      calibration: z
        .strictObject({ slope: z.number().positive().max(1_000), offset: z.number().min(-1_000).max(1_000) })
        .default(cautiousCalibration),
    })
    .prefault({}),
})
