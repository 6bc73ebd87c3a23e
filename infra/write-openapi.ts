import { writeFile } from 'node:fs/promises'
import { stringify } from 'yaml'
import { openApiDocument } from '#functions/agent/openapi.ts'

/** docs/openapi.yaml as text; a test holds the file to it. */
export const openApiYaml = (): string =>
  `# Written by \`npm run openapi\` from the schemas that the doors validate with.\n${stringify(openApiDocument(), { lineWidth: 120, aliasDuplicateObjects: false })}`

if (import.meta.main) await writeFile(new URL('../docs/openapi.yaml', import.meta.url), openApiYaml())
