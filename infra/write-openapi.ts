import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { openApiDocument } from '#functions/agent/openapi.ts'
import { type ApiDocument, apiTypes } from './console/api-types.ts'

/** docs/openapi.yaml as text; a test holds the file to it. */
export const openApiYaml = (): string =>
  `# Written by \`npm run openapi\` from the schemas that the doors validate with.\n${stringify(openApiDocument(), { lineWidth: 120, aliasDuplicateObjects: false })}`

/** The same document as the console's client reads it, console/api/schema.ts. */
export const openApiTypes = (): string => apiTypes(JSON.parse(JSON.stringify(openApiDocument())) as ApiDocument)

if (import.meta.main) {
  await writeFile(new URL('../docs/openapi.yaml', import.meta.url), openApiYaml())
  await writeFile(new URL('../console/api/schema.ts', import.meta.url), openApiTypes())
}
