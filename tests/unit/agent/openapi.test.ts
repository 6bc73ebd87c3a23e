import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { openApiDocument } from '#functions/agent/openapi.ts'
import { operations } from '#functions/agent/operations.ts'
import type { AgentPorts } from '#functions/agent/ports.ts'
import { openApiYaml } from '#infra/write-openapi.ts'
import type { Operation } from '#shared/lambda/operation.ts'

const all: readonly Operation<AgentPorts>[] = operations
const documented = all.flatMap(({ operationId, answers }) =>
  Object.entries(answers).flatMap(([status, { schema, example }]) =>
    schema ? [{ operationId, status, schema, example }] : [],
  ),
)

test('docs/openapi.yaml is what `npm run openapi` writes', () => {
  const file = readFileSync(new URL('../../../docs/openapi.yaml', import.meta.url), 'utf8')

  expect(file).toBe(openApiYaml())
})

test('every reference in the document leads somewhere', () => {
  const document = JSON.parse(JSON.stringify(openApiDocument()))
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)

  const lost = references.filter((path) => {
    const found = path.split('/').reduce((at, name) => at?.[name], document)
    return found === undefined
  })

  expect(references.length).toBeGreaterThan(50)
  expect(lost).toEqual([])
})

test.each(documented)('the example of $operationId for $status is one', ({ schema, example }) => {
  const read = z.safeParse(schema, example)

  expect(read.error?.issues ?? []).toEqual([])
})

test.each(all.filter(({ body }) => body))("the example of $operationId's body is one", ({ body, bodyExample }) => {
  const read = body && z.safeParse(body, bodyExample)

  expect(read?.success).toBe(true)
})

test('no operation shares its id or its route with another', () => {
  const ids = all.map(({ operationId }) => operationId)
  const routes = all.map(({ route }) => route)

  expect([new Set(ids).size, new Set(routes).size]).toEqual([all.length, all.length])
})
