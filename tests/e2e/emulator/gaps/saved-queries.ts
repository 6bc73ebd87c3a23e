import type { Template } from '../template.ts'
import type { Gap } from './gap.ts'

const queryType = 'AWS::Logs::QueryDefinition'

const sample: Template = {
  Resources: { Query: { Type: queryType, Properties: { Name: 'gap', QueryString: 'fields @message' } } },
}

/** Nothing refers to a saved query: people open it. */
export const savedQueries: Gap = {
  workaround: 'saved queries of the logs are left out',
  isThere: async (probe) => (await probe.deploy('gap-saved-queries', sample)) === undefined,
  mend: (template) => ({
    ...template,
    Resources: Object.fromEntries(Object.entries(template.Resources).filter(([, { Type }]) => Type !== queryType)),
  }),
}
