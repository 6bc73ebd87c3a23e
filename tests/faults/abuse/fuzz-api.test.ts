import { describe, expect, test } from 'vitest'
import type { DocumentedOperation } from '#tests/support/api-document.ts'
import { type Finding, fuzzOperation, servedDocument } from './fuzz-api.ts'

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

describe('what the door does not do as its document says is found', () => {
  const documented = document.operations.find(({ operationId }) => operationId === 'addNote') as DocumentedOperation
  const found = async (changed: Partial<DocumentedOperation>, faultsOf = document.faultsOf) => {
    const operation = { ...documented, ...changed }
    const { findings } = await fuzzOperation(operation, { ...document, faultsOf }, { seed: 1, cases: 30 })
    return new Set(findings.map(({ check }) => check))
  }
  const textOf = (schema: object) => ({ ...documented.body, properties: { text: { type: 'string', ...schema } } })

  test.each<[string, object, readonly Finding['check'][]]>([
    [
      'takes more than it says',
      { maxLength: 5, minLength: 1 },
      ['broken request accepted', 'broken request took effect'],
    ],
    ['takes less than it says', { maxLength: 30_000, minLength: 0 }, ['sound request refused']],
  ])('when it %s', async (_, schema, checks) => {
    expect([...(await found({ body: textOf(schema) }))].toSorted()).toEqual(checks)
  })

  test('when it answers otherwise', async () => {
    expect(await found({}, () => ['planted'])).toEqual(new Set(['not as documented']))
  })

  test('when it is another door altogether', async () => {
    expect(await found({ route: 'GET /openapi.json' })).toContain('token not asked for')
  })
})
