import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { type Gateway, startGateway } from '#infra/local/gateway/gateway.ts'
import { realBedrock } from '#infra/local/gateway/real-bedrock.ts'
import { createSecrets } from '#infra/local/gateway/secrets.ts'
import { createRole } from '#infra/local/iam/role.ts'
import { type ModelStandIn, startModelStandIn } from '#infra/local/model/stand-in.ts'
import { createQueues } from '#infra/local/queue/queues.ts'
import { openKeep } from '#infra/local/stack/keep.ts'
import { readTemplate } from '#infra/local/stack/template.ts'

const model = 'us.amazon.nova-2-lite-v1:0'
const region = 'us-east-1'
const counter = createCallCounter()
let gateway: Gateway
let standIn: ModelStandIn

const allow = (Action: string, Resource: string) => ({ Effect: 'Allow', Action, Resource })
const statements = [
  allow('bedrock:InvokeModel', 'arn:aws:bedrock:*:*:inference-profile/*'),
  allow('bedrock:InvokeModel', 'arn:aws:bedrock:*::foundation-model/amazon.*'),
  allow('secretsmanager:GetSecretValue', '*'),
]
const nearly = [statements[0] ?? {}, allow('bedrock:InvokeModel', `arn:aws:bedrock:${region}::foundation-model/*`)]

const serve = async (target: string | ReturnType<typeof realBedrock>) => {
  const place = { region, account: '000000000000', stackName: 'G', gatewayUrl: gateway.url, frontUrl: '' }
  const secret = { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: { PasswordLength: 20 } } }
  const stack = readTemplate({ Resources: { Key: secret, Box: { Type: 'AWS::SQS::Queue' } } }, place)
  const callers = [
    { name: 'Turn', accessKeyId: 'LOCALTURN', role: createRole('TurnRole', statements) },
    { name: 'Nearly', accessKeyId: 'LOCALNEARLY', role: createRole('NearlyRole', nearly) },
  ]
  const parts = { queues: await createQueues(stack), secrets: createSecrets(stack, openKeep(undefined)), tableUrl: '' }
  gateway.serve({ place, callers, model: target, ...parts })
}

beforeAll(async () => {
  gateway = await startGateway(counter)
  standIn = await startModelStandIn()
  await serve(standIn.url)
})
afterAll(() => Promise.all([gateway.close(), standIn.close()]))

const as = (accessKeyId: string) => ({
  endpoint: gateway.url,
  region,
  credentials: { accessKeyId, secretAccessKey: 'local' },
  maxAttempts: 1,
  requestHandler: new NodeHttpHandler(),
})
const converse = (accessKeyId: string) =>
  new BedrockRuntimeClient(as(accessKeyId)).send(
    new ConverseCommand({ modelId: model, messages: [{ role: 'user', content: [{ text: 'hello' }] }] }),
  )
const nameOf = (work: Promise<unknown>) =>
  work.then(
    () => 'allowed',
    ({ name }: Error) => name,
  )

describe('the gateway', () => {
  it('hands a Converse call on when the role covers every region of the profile, and refuses it otherwise', async () => {
    expect((await converse('LOCALTURN')).output?.message?.role).toBe('assistant')
    expect(await nameOf(converse('LOCALNEARLY'))).toBe('AccessDeniedException')
  })

  it('says who was not allowed to do what', async () => {
    const refused = new SQSClient(as('LOCALTURN')).send(
      new SendMessageCommand({ QueueUrl: `${gateway.url}/000000000000/Box`, MessageBody: 'x' }),
    )

    await expect(refused).rejects.toThrow(
      expect.objectContaining({
        name: 'AccessDeniedException',
        message: expect.stringMatching(
          /Turn is not authorized to perform: sqs:SendMessage on resource: .*:Box because/,
        ),
      }),
    )
  })

  it('gives a secret, and says which one does not exist', async () => {
    const secrets = new SecretsManagerClient(as('LOCALTURN'))
    const get = (SecretId: string) => secrets.send(new GetSecretValueCommand({ SecretId }))

    expect((await get('Key')).SecretString).toHaveLength(20)
    expect(await nameOf(get('Lock'))).toBe('ResourceNotFoundException')
  })

  it('knows nobody whose key the template did not make', async () => {
    expect(await nameOf(converse('AKIASTRANGER'))).toBe('UnrecognizedClientException')
  })
})

describe('the real Bedrock', () => {
  it('is called again under the own credentials, and its answers and errors come back as they were', async () => {
    vi.stubEnv('AWS_ENDPOINT_URL_BEDROCK_RUNTIME', standIn.url)
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'own')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'own')
    await serve(realBedrock(region))

    const answer = await converse('LOCALTURN')
    standIn.setMood('down')
    const error = await nameOf(converse('LOCALTURN'))

    expect(answer).toMatchObject({ output: { message: { role: 'assistant' } }, stopReason: expect.any(String) })
    expect(error).toBe('ThrottlingException')
    vi.unstubAllEnvs()
  })
})
