import { compileEntries } from './compile-entries.ts'
import type { Entry } from './entry.ts'
import { type EntryJudge, entryJudge } from './entry-judge.ts'

/** Connects a knowledge that is nothing but questions by entry, for measuring; a company's is compiled with its articles. */
export const scopeJudge = (entries: readonly Entry[]): EntryJudge => entryJudge(compileEntries(entries))
