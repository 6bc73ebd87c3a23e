import { Aws, Validations } from 'aws-cdk-lib'
import type { BatonConfig } from '#shared/config/config.ts'
import { modelIds } from '#shared/config/model-families.ts'
import type { Door } from './door.ts'

/** A profile such as `us.amazon.nova-2-lite-v1:0` begins with the geography it spreads calls over. */
const profileId = /^(?<geography>us|eu|apac|jp|au|ca|us-gov|global)\.(?<model>.+)$/

/** Lets a door call the models of the configuration and its guardrail, nothing else in Bedrock. */
export const allowModel = (door: Door, model: BatonConfig['model']): void => {
  for (const id of modelIds(model)) allowOne(door, id)
  if (model.guardrail) door.allow(['bedrock:ApplyGuardrail'], [guardrailArn(model.guardrail.id)])
}

const allowOne = (door: Door, id: string): void => {
  door.allow(['bedrock:InvokeModel'], modelArns(id))
  const model = profileId.exec(id)?.groups?.model
  if (!model) return
  Validations.of(door).acknowledge({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:bedrock:*::foundation-model/${model}]`,
    reason:
      'One model, in whichever region the inference profile sends a call to. AWS alone decides which those are and adds ' +
      'to them; a list of today would make calls fail on the day it does.',
  })
}

const guardrailArn = (id: string): string =>
  id.startsWith('arn:') ? id : `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:guardrail/${id}`

/** An inference profile needs both itself and the model in every region it may send the call to. */
export const modelArns = (id: string): string[] => {
  const { geography, model } = profileId.exec(id)?.groups ?? {}
  if (!model) return [foundationModel(Aws.REGION, id)]
  const profile = `arn:${Aws.PARTITION}:bedrock:${Aws.REGION}:${Aws.ACCOUNT_ID}:inference-profile/${id}`
  const everywhere = [profile, foundationModel('*', model)]
  return geography === 'global' ? [...everywhere, foundationModel('', model)] : everywhere
}

const foundationModel = (region: string, model: string): string =>
  `arn:${Aws.PARTITION}:bedrock:${region}::foundation-model/${model}`
