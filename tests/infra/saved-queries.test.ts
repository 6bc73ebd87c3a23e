import { expect, test } from 'vitest'
import { doorIds } from '#infra/bundle/door-entries.ts'
import { savedQueries } from '#infra/constructs/saved-queries.ts'

test('what went wrong is asked of every door that there is', () => {
  expect(savedQueries['What went wrong']?.doors.toSorted()).toEqual(doorIds.toSorted())
})
