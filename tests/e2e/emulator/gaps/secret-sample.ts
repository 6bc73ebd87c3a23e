import type { Template } from '../template.ts'

export const secretType = 'AWS::SecretsManager::Secret'

/** A secret as the Standard Webhooks channel has two of, and what `Ref` says of it. */
export const secretSample: Template = {
  Resources: {
    Word: {
      Type: secretType,
      Properties: { GenerateSecretString: { PasswordLength: 44, ExcludePunctuation: true, IncludeSpace: false } },
    },
  },
  Outputs: { Reference: { Value: { Ref: 'Word' } } },
}
