import { bedrockModels } from './bedrock-models.ts'
import { cloudformationStacks } from './cloudformation-stacks.ts'
import { lambdaFunctions } from './lambda-functions.ts'
import type { Cloud } from './ports.ts'
import { quotasOfAccount } from './quotas-of-account.ts'
import { s3ExportsOfBucket } from './s3-exports-of-bucket.ts'
import { secretsmanagerFields } from './secretsmanager-fields.ts'
import { stsCallers } from './sts-callers.ts'

/** AWS itself, or whatever AWS_ENDPOINT_URL names. */
export const openCloud = (region: string): Cloud => ({
  region,
  callers: stsCallers(region),
  stacks: cloudformationStacks(region),
  models: bedrockModels(region),
  quotas: quotasOfAccount(region),
  secrets: secretsmanagerFields(region),
  functions: lambdaFunctions(),
  exports: s3ExportsOfBucket(region),
})
