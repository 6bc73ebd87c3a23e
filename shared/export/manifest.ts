import * as z from 'zod/mini'

/** Of DynamoDB's summary of an export, what is gone by. */
const summarySchema = z.object({ exportTime: z.string(), itemCount: z.number() })

export interface Summary {
  readonly pictureOf: number
  readonly items: number
}

/** Nothing for what is no summary: such an export is never whole. */
export const readSummary = (text: string): Summary | undefined => {
  const parsed = summarySchema.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const pictureOf = Date.parse(parsed.data.exportTime)
  return Number.isNaN(pictureOf) ? undefined : { pictureOf, items: parsed.data.itemCount }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
