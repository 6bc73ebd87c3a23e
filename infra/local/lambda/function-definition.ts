import { asNumber, asObject } from '../json.ts'
import { localSecret } from '../object/link.ts'
import type { Assembly } from '../stack/assembly.ts'
import { StartError } from '../stack/errors.ts'
import { type Resource, spokenName } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'

/** A function as the template has it, ready to be run. */
export interface FunctionDefinition {
  readonly id: string
  /** As it is shown and counted, such as `TakeTurn`. */
  readonly name: string
  readonly arn: string
  readonly folder: string
  /** Such as `index.handler`. */
  readonly handler: string
  readonly timeoutMs: number
  readonly memoryMegabytes: number
  readonly environment: Readonly<Record<string, string>>
  readonly accessKeyId: string
}

const services = [
  'DYNAMODB',
  'SQS',
  'SECRETS_MANAGER',
  'BEDROCK_RUNTIME',
  'BEDROCK_AGENT_RUNTIME',
  'BEDROCK_AGENT',
  'S3',
  'EVENTBRIDGE',
  'LAMBDA',
  'SNS',
]

const codeFolder = (stack: Stack, lambda: Resource, assembly: Assembly): string => {
  const key = String(asObject(stack.property(lambda, 'Code')).S3Key)
  const folder = assembly.assetFolders.get(key)
  if (folder === undefined) throw new StartError(`the code of function ${lambda.id} is not among the assets: ${key}`)
  return folder
}

/** What Lambda itself puts into the environment, and the endpoints of this machine instead of AWS's. */
const platformEnvironment = (stack: Stack, lambda: Resource, memoryMegabytes: number, accessKeyId: string) => {
  const { region, gatewayUrl } = stack.place
  return {
    AWS_LAMBDA_FUNCTION_NAME: lambda.id,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    AWS_LAMBDA_LOG_FORMAT: 'JSON',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: localSecret,
    AWS_SESSION_TOKEN: 'local',
    // The developer's own profile must not reach into a function.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    TZ: ':UTC',
    ...Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, gatewayUrl])),
  }
}

export const accessKeyOf = (lambda: Resource): string => `LOCAL${lambda.id.toUpperCase()}`

export const defineFunction = (stack: Stack, lambda: Resource, assembly: Assembly): FunctionDefinition => {
  const memoryMegabytes = asNumber(stack.property(lambda, 'MemorySize'), 128)
  const accessKeyId = accessKeyOf(lambda)
  const folder = codeFolder(stack, lambda, assembly)
  const own = Object.entries(asObject(asObject(stack.property(lambda, 'Environment')).Variables))
  return {
    id: lambda.id,
    name: spokenName(lambda.id),
    arn: stack.arnOf(lambda),
    folder,
    handler: String(stack.property(lambda, 'Handler')),
    timeoutMs: asNumber(stack.property(lambda, 'Timeout'), 3) * 1_000,
    memoryMegabytes,
    environment: {
      ...platformEnvironment(stack, lambda, memoryMegabytes, accessKeyId),
      LAMBDA_TASK_ROOT: folder,
      ...Object.fromEntries(own.map(([name, value]) => [name, String(value)])),
    },
    accessKeyId,
  }
}
