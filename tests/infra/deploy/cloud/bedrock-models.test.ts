import { expect, test } from 'vitest'
import { bedrockModels } from '#infra/deploy/cloud/bedrock-models.ts'
import { quotasOfAccount } from '#infra/deploy/cloud/quotas-of-account.ts'
import { soundAccount } from '../support/sound-account.ts'
import { endToldAws, toldAws } from '../support/told-aws.ts'

endToldAws()
const models = () => bedrockModels('us-east-1')
const denied = { error: 'AccessDeniedException', message: 'not authorized', status: 403 }

test('a profile leads to its models', async () => {
  const asked = await toldAws(soundAccount)

  expect(await models().profile('us.amazon.nova-2-lite-v1:0')).toEqual(['amazon.nova-2-lite-v1:0'])
  expect(asked[0]?.input).toEqual({ inferenceProfileIdentifier: 'us.amazon.nova-2-lite-v1:0' })
})

test.each([
  { error: 'ResourceNotFoundException', message: 'not found', status: 404 },
  { error: 'ValidationException', message: 'The provided model identifier is invalid.', status: 400 },
])('what Bedrock answers with $error is not there', async (answer) => {
  await toldAws({ GetInferenceProfile: answer, GetFoundationModel: answer })

  expect(await models().profile('us.amazon.nova-9-v1:0')).toBeUndefined()
  expect(await models().model('amazon.nova-9-v1:0')).toBeUndefined()
})

test('what may not be looked at is not taken for missing', async () => {
  await toldAws({ GetInferenceProfile: denied, GetFoundationModel: denied })

  await expect(models().profile('us.amazon.nova-2-lite-v1:0')).rejects.toThrow('not authorized')
  await expect(models().model('amazon.nova-2-lite-v1:0')).rejects.toThrow('not authorized')
})

test('access is read from all three of its words', async () => {
  await toldAws({
    GetFoundationModelAvailability: {
      result: {
        modelId: 'm',
        agreementAvailability: { status: 'PENDING' },
        authorizationStatus: 'AUTHORIZED',
        entitlementAvailability: 'NOT_AVAILABLE',
        regionAvailability: 'AVAILABLE',
      },
    },
  })

  expect(await models().availability('m')).toEqual({ authorized: true, entitled: false, agreed: false })
})

test('a call asks the configured model for very little', async () => {
  const asked = await toldAws(soundAccount)

  await models().call('us.amazon.nova-2-lite-v1:0')

  expect(asked).toMatchObject([{ operation: 'Converse', input: { modelId: 'us.amazon.nova-2-lite-v1:0' } }])
})

test('quotas are read to the last page, and one that there is not is unknown', async () => {
  await toldAws({ ...soundAccount, GetServiceQuota: { error: 'NoSuchResourceException', message: 'no such quota' } })
  const quotas = quotasOfAccount('us-east-1')

  expect((await quotas.ofBedrock()).map(({ value }) => value)).toEqual([4e6, 4e9])
  expect(await quotas.one('lambda', 'L-1')).toBeUndefined()
})

test('a quota that may not be read is not taken for unknown', async () => {
  await toldAws({ GetServiceQuota: denied })

  await expect(quotasOfAccount('us-east-1').one('lambda', 'L-1')).rejects.toThrow('not authorized')
})
