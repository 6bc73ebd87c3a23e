import { openApiDocument } from '#functions/agent/openapi.ts'
import { readApiDocument } from '#tests/support/api-document.ts'

export const { operations: documentedOperations, faultsOf } = readApiDocument(
  JSON.parse(JSON.stringify(openApiDocument())),
)
