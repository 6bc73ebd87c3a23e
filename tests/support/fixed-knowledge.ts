import type { Knowledge, Passage, Question } from '#shared/knowledge/passage.ts'

export const passageOf = (fields: Partial<Passage> = {}): Passage => ({
  articleId: 'en/returns',
  title: 'Return an item',
  url: 'https://help.example.com/returns',
  topic: 'returns',
  language: 'en',
  text: 'You can return an item within 30 days.',
  confidence: 0.9,
  ...fields,
})

export interface FixedKnowledge extends Knowledge {
  passages: readonly Passage[]
  readonly asked: Question[]
}

/** Finds the same passages whatever is asked. */
export const fixedKnowledge = (passages: readonly Passage[] = [passageOf()]): FixedKnowledge => {
  const knowledge: FixedKnowledge = {
    passages,
    asked: [],
    retrieve: async (question) => {
      knowledge.asked.push(question)
      return knowledge.passages.slice(0, question.limit)
    },
  }
  return knowledge
}
