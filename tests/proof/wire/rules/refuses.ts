import { expect, it } from 'vitest'
import { dynamodbFaults } from './dynamodb-request.ts'
import { surroundings } from './sample-surroundings.ts'

export const S = (text: string) => ({ S: text })
export const key = { pk: S('a'), sk: S('b') }

export type Input = Readonly<Record<string, unknown>>

export const faults = (operation: string, input: Input): readonly string[] =>
  dynamodbFaults(surroundings, operation, { TableName: 'T', ...input })

/** Each case is one change of a sound request, and what is said about it. */
export const refuses = (
  operation: string,
  sound: Input,
  cases: readonly (readonly [string, Input, RegExp])[],
): void => {
  it('is sound as it should be', () => {
    expect(faults(operation, sound)).toEqual([])
  })
  it.each(cases)('is refused with %s', (_what, change, fault) => {
    expect(faults(operation, { ...sound, ...change })).toContainEqual(expect.stringMatching(fault))
  })
}
