import { globSync, readFileSync } from 'node:fs'
import { deriveMutants } from './derive.ts'
import type { Mutant } from './mutant.ts'

/** Where guards stand. */
const guarded = [
  'shared/{handoff,line,turn,thread,channel,lambda,customer,aws}/*.ts',
  'shared/assistant/{bedrock,circuit}-assistant.ts',
  'shared/routing/route.ts',
  'shared/report/what-if/dynamo-what-if-jobs.ts',
  'functions/agent/*.ts',
]

/** What only puts words together holds no guards. */
const wording = /\/(describe-issues|detect-language|language-profiles|log-turn|notice|brief|openapi[a-z-]*)\.ts$/

export const derivedMutants = (): readonly Mutant[] =>
  globSync(guarded)
    .filter((file) => !wording.test(file))
    .sort()
    .flatMap((file) => deriveMutants(file, readFileSync(file, 'utf8')))
