import { idsOf, rewritten } from '../template.ts'
import type { Gap } from './gap.ts'
import { secretSample, secretType } from './secret-sample.ts'

export const secretReference: Gap = {
  workaround: 'the Ref of a secret is its name there, so it is asked for its ARN by Fn::GetAtt',
  isThere: async (probe) => {
    const outputs = await probe.deploy('gap-secret-reference', secretSample)
    return !outputs?.Reference?.startsWith('arn:')
  },
  mend: (template) => {
    const secrets = new Set(idsOf(template, secretType))
    return rewritten(template, (node) =>
      'Ref' in node && secrets.has(String(node.Ref)) ? { 'Fn::GetAtt': [node.Ref, 'Id'] } : undefined,
    )
  },
}
