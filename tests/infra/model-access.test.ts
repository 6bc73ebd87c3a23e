import { expect, test } from 'vitest'
import { rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const modelsOf = (id: string, fallbacks: readonly string[] = []) =>
  rightsOf(sampleTemplate({ model: { id, fallbacks } }), 'TakeTurnRole')
    .filter((right) => right.includes('bedrock'))
    .map((right) => right.replace('Allow bedrock:InvokeModel on arn:<Partition>:bedrock:', ''))

test.each([
  ['amazon.nova-2-lite-v1:0', ['<Region>::foundation-model/amazon.nova-2-lite-v1:0']],
  [
    'eu.amazon.nova-2-lite-v1:0',
    [
      '*::foundation-model/amazon.nova-2-lite-v1:0',
      '<Region>:<AccountId>:inference-profile/eu.amazon.nova-2-lite-v1:0',
    ],
  ],
  [
    'global.amazon.nova-2-lite-v1:0',
    [
      '*::foundation-model/amazon.nova-2-lite-v1:0',
      '::foundation-model/amazon.nova-2-lite-v1:0',
      '<Region>:<AccountId>:inference-profile/global.amazon.nova-2-lite-v1:0',
    ],
  ],
])('the turn may call %s and no other model', (id, models) => {
  expect(modelsOf(id)).toEqual(models)
})

test('a model to fall back on may be called as well', () => {
  const models = modelsOf('amazon.nova-2-lite-v1:0', ['amazon.nova-micro-v1:0', 'eu.amazon.nova-lite-v1:0'])

  expect(models).toEqual([
    '*::foundation-model/amazon.nova-lite-v1:0',
    '<Region>::foundation-model/amazon.nova-2-lite-v1:0',
    '<Region>::foundation-model/amazon.nova-micro-v1:0',
    '<Region>:<AccountId>:inference-profile/eu.amazon.nova-lite-v1:0',
  ])
})

const guardrailsOf = (id: string) =>
  rightsOf(
    sampleTemplate({ model: { id: 'amazon.nova-2-lite-v1:0', guardrail: { id, version: '3' } } }),
    'TakeTurnRole',
  ).filter((right) => right.includes('Guardrail'))

test('a guardrail may be applied, that one alone', () => {
  const elsewhere = 'arn:aws:bedrock:eu-west-1:123456789012:guardrail/gr1'

  expect(guardrailsOf('gr1')).toEqual([
    'Allow bedrock:ApplyGuardrail on arn:<Partition>:bedrock:<Region>:<AccountId>:guardrail/gr1',
  ])
  expect(guardrailsOf(elsewhere)).toEqual([`Allow bedrock:ApplyGuardrail on ${elsewhere}`])
})
