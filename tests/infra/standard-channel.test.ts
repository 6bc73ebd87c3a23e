import { expect, test } from 'vitest'
import { resourcesOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const secrets = Object.entries(resourcesOf(sampleTemplate(), 'AWS::SecretsManager::Secret'))

test.each(secrets)(
  '%s is generated as 44 letters and digits, which decode as base64, and outlives the stack',
  (_id, secret) => {
    expect(secret.Properties.GenerateSecretString).toEqual({
      PasswordLength: 44,
      ExcludePunctuation: true,
      IncludeSpace: false,
    })
    expect(secret.DeletionPolicy).toBe('Retain')
  },
)

test('each direction is signed with a secret of its own', () => {
  expect(secrets).toHaveLength(2)
})
