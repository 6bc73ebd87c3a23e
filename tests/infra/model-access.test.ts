import { expect, test } from 'vitest'
import { rightsOf } from './read-template.ts'
import { sampleTemplate } from './sample-stack.ts'

const modelsOf = (id: string) =>
  rightsOf(sampleTemplate({ model: { id } }), 'TakeTurnRole')
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
