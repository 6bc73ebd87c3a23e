import type { Answer, Answers, Asked } from './fake-aws.ts'

/** As CloudFormation answers for a stack that is not there. */
export const noSuchStack = (name: unknown): Answer => ({
  error: 'ValidationError',
  message: `Stack with id ${name} does not exist`,
})

export const describedStack = (
  name: string,
  status: string,
  outputs: Readonly<Record<string, string>> = {},
): Answer => ({
  result: {
    Stacks: [
      {
        StackName: name,
        StackId: `arn:aws:cloudformation:us-east-1:111122223333:stack/${name}/1`,
        CreationTime: '2026-11-22T09:00:00Z',
        StackStatus: status,
        Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
      },
    ],
  },
})

const describe = ({ StackName }: Asked['input']): Answer =>
  StackName === 'CDKToolkit'
    ? describedStack('CDKToolkit', 'UPDATE_COMPLETE', { BootstrapVersion: '30' })
    : noSuchStack(StackName)

const quota = (QuotaName: string, Value: number) => ({ QuotaName, Value })

/** An account, bootstrapped, into which the sample company may be deployed. */
export const soundAccount: Answers = {
  GetCallerIdentity: {
    result: { Account: '111122223333', Arn: 'arn:aws:sts::111122223333:assumed-role/Deployer/ada', UserId: 'AROA:ada' },
  },
  DescribeStacks: describe,
  GetInferenceProfile: {
    result: {
      inferenceProfileId: 'us.amazon.nova-2-lite-v1:0',
      status: 'ACTIVE',
      models: [{ modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0' }],
    },
  },
  GetFoundationModel: {
    result: {
      modelDetails: {
        modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-2-lite-v1:0',
        modelId: 'amazon.nova-2-lite-v1:0',
        modelName: 'Nova 2 Lite',
        modelLifecycle: { status: 'ACTIVE' },
      },
    },
  },
  GetFoundationModelAvailability: {
    result: {
      modelId: 'amazon.nova-2-lite-v1:0',
      agreementAvailability: { status: 'AVAILABLE' },
      authorizationStatus: 'AUTHORIZED',
      entitlementAvailability: 'AVAILABLE',
      regionAvailability: 'AVAILABLE',
    },
  },
  GetServiceQuota: ({ QuotaCode }) => ({ result: { Quota: { QuotaCode, Value: 1_000 } } }),
  ListServiceQuotas: ({ NextToken }) =>
    NextToken
      ? { result: { Quotas: [quota('Model invocation max tokens per day for Amazon Nova 2 Lite', 4e9)] } }
      : {
          result: {
            Quotas: [quota('Cross-region model inference tokens per minute for Amazon Nova 2 Lite', 4e6)],
            NextToken: 'next',
          },
        },
  Converse: {
    result: { output: { message: { role: 'assistant', content: [{ text: 'yes' }] } }, stopReason: 'end_turn' },
  },
}
