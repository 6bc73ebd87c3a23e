import type { Passage } from '../knowledge/passage.ts'
import type { ToolRecord } from '../tool/tool-record.ts'

/** What an answer rests on, of what the model was shown. */
export interface Sources {
  readonly passages: readonly Passage[]
  readonly records: readonly ToolRecord[]
}

export const passageId = (index: number): string => `${index + 1}`
export const recordId = (index: number): string => `r${index + 1}`

/** Those that were shown under these ids; what the model made up, or named twice, is left out. */
export const namedSources = (ids: readonly (string | number)[], shown: Sources): Sources => {
  const named = new Set(ids.map((id) => `${id}`.trim().toLowerCase()))
  return {
    passages: shown.passages.filter((_, index) => named.has(passageId(index))),
    records: shown.records.filter((_, index) => named.has(recordId(index))),
  }
}

export const restsOnNothing = ({ passages, records }: Sources): boolean => passages.length + records.length === 0
