import type { ContentBlock, Tool } from '@aws-sdk/client-bedrock-runtime'
import type { CompanyTool } from '../config/config.ts'
import type { ToolObject } from '../config/tool-schema.ts'
import type { ToolRequest } from '../tool/tool-box.ts'

const why = { type: 'string', maxLength: 200, description: 'What you need it for, in one line.' } as const

/** As the company declared it, with a line for the reason that the agent reads. */
const withReason = ({ properties, required = [], ...rest }: ToolObject) => ({
  ...rest,
  properties: { ...properties, why },
  required: [...required, 'why'],
})

export const companyTool = ({ name, description, input }: CompanyTool): Tool => ({
  // Passed through as it stands: the SDK's type of a document knows no read-only lists.
  toolSpec: { name, description, inputSchema: { json: JSON.parse(JSON.stringify(withReason(input))) } },
})

/** The calls that the model wants made of what it was offered. */
export const requestsIn = (
  content: readonly ContentBlock[] | undefined,
  offered: readonly CompanyTool[],
): readonly ToolRequest[] =>
  (content ?? []).flatMap(({ toolUse }) =>
    offered.some(({ name }) => name === toolUse?.name) ? [{ tool: toolUse?.name ?? '', input: toolUse?.input }] : [],
  )
