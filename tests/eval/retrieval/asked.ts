import type { Knowledge } from '#shared/knowledge/passage.ts'

/** A question as it was asked of a `Knowledge`, and what came of it. */
export interface Asked {
  readonly set: string
  readonly company: string
  readonly language: string
  /** Something connected answers it. */
  readonly answerable: boolean
  /** Where the first passage stands that answers: 0 is first; undefined where none of them does. */
  readonly place: number | undefined
  /** Claimed for the first passage; 0 where nothing was found. */
  readonly confidence: number
  readonly sureness: number
}

export interface Answerable {
  readonly set: string
  readonly company: string
  readonly language: string
  readonly text: string
  /** Ids of the articles that answer; none: nothing connected does. */
  readonly articles: ReadonlySet<string>
}

const PASSAGES = 5

/** Asks through the port, as a turn would. */
export const ask = async (knowledge: Knowledge, { text, articles, ...asked }: Answerable): Promise<Asked> => {
  const passages = await knowledge.retrieve({ text, language: asked.language, limit: PASSAGES })
  const place = passages.findIndex(({ articleId }) => articles.has(articleId))
  const [first] = passages
  const confidence = first?.confidence ?? 0
  return {
    ...asked,
    answerable: articles.size > 0,
    place: place < 0 ? undefined : place,
    confidence,
    sureness: first?.sureness ?? confidence,
  }
}
