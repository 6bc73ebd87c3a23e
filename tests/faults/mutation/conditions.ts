import { globSync, readFileSync } from 'node:fs'
import { deriveMutants } from './derive.ts'
import { type Mutant, nameOf } from './mutant.ts'

const kinds = new Set(['unconditional', 'unconditional put', 'not written'])

export const isCondition = ({ change }: Mutant): boolean => kinds.has(change)

/** Every condition of a write and every record of a transaction that the product's source holds, by name. */
export const conditionsIn = (file: string, source: string): readonly string[] =>
  deriveMutants(file, source)
    .filter(isCondition)
    .map((mutant) => nameOf(mutant, source))

const product = ['shared/**/*.ts', 'functions/**/*.ts']
const mayHold = /Condition|expect|kind:|put\(/

export const conditions = (): readonly string[] =>
  globSync(product)
    .sort()
    .map((file) => [file, readFileSync(file, 'utf8')] as const)
    .filter(([, source]) => mayHold.test(source))
    .flatMap(([file, source]) => conditionsIn(file, source))
