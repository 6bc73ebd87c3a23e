import { type CompiledEntries, packEntries } from './compiled-entries.ts'
import type { Entry } from './entry.ts'
import { lessonsFor } from './lessons.ts'
import { lexicons } from './lexicons.ts'
import { selfCheck } from './self-check.ts'
import { compileSenses, openSenses } from './senses.ts'
import { trainEntries } from './train-entries.ts'

/** Learns a company's entries, at synth: seconds for fifty entries, the same bytes for the same entries. */
export const compileEntries = (entries: readonly Entry[]): CompiledEntries => {
  const senses = compileSenses(lexicons)
  const lessons = lessonsFor(entries, openSenses(senses))
  return packEntries(trainEntries(lessons), senses, selfCheck(lessons))
}
