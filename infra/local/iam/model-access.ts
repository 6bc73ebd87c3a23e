import { asObject, type JsonObject } from '../json.ts'
import type { Place } from '../stack/place.ts'
import { arn } from '../stack/place.ts'
import type { AccessRequest } from './statement.ts'

/** Some of the regions that an inference profile of each geography may send a call to. */
const destinations: Readonly<Record<string, readonly string[]>> = {
  us: ['us-east-1', 'us-east-2', 'us-west-2'],
  eu: ['eu-central-1', 'eu-west-1', 'eu-north-1'],
  apac: ['ap-northeast-1', 'ap-south-1', 'ap-southeast-2'],
  jp: ['ap-northeast-1', 'ap-northeast-3'],
  global: ['us-east-1', 'eu-west-1', 'ap-northeast-1', ''],
}

const streaming = /^(converse-stream|invoke-with-response-stream)$/

const resourcesOf = (place: Place, model: string): string[] => {
  if (model.startsWith('arn:')) return [model]
  const [, geography = '', base = ''] = /^([a-z]+)\.([a-z0-9-]+\..+)$/.exec(model) ?? []
  const regions = destinations[geography]
  if (!regions) return [`arn:aws:bedrock:${place.region}::foundation-model/${model}`]
  return [
    arn(place, 'bedrock', `inference-profile/${model}`),
    ...regions.map((region) => `arn:aws:bedrock:${region}::foundation-model/${base}`),
  ]
}

const guardrailAccess = (place: Place, id: string): AccessRequest => ({
  action: 'bedrock:ApplyGuardrail',
  resource: id.startsWith('arn:') ? id : arn(place, 'bedrock', `guardrail/${id}`),
})

/** A Bedrock call needs InvokeModel on the profile and on the model in every region it may be sent to, and its guardrail. */
export const modelAccess = (place: Place, id: string, operation: string, input: JsonObject = {}): AccessRequest[] => {
  if (operation === 'apply-guardrail') return [guardrailAccess(place, id)]
  const action = streaming.test(operation) ? 'bedrock:InvokeModelWithResponseStream' : 'bedrock:InvokeModel'
  const { guardrailIdentifier } = asObject(input.guardrailConfig ?? {})
  return [
    ...resourcesOf(place, id).map((resource) => ({ action, resource })),
    ...(typeof guardrailIdentifier === 'string' ? [guardrailAccess(place, guardrailIdentifier)] : []),
  ]
}
