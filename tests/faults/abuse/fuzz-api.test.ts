import { expect, test } from 'vitest'
import { fuzzOperation, servedDocument } from './fuzz-api.ts'

const cases = 10
const document = await servedDocument()

test.each(document.operations)('$operationId answers as its document says, whatever it is asked', async (operation) => {
  const { sound, broken, unauthorized, findings } = await fuzzOperation(operation, document, {
    seed: 20_261_122,
    cases,
  })

  expect(findings).toEqual([])
  expect([sound, broken, unauthorized]).toEqual(operation.guarded ? [cases, cases, 2 * cases] : [cases, 0, 0])
})
