import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { holds } from '../checklist.ts'
import { clientSettings } from '../cloud/cloud-access.ts'
import { type DeployedStack, resourceNamed } from '../cloud/deployed-stack.ts'

const publisher = 'file-publishing-role'

/** What publishes the doors' bundles has no business in a queue; where it may write to one, policies say nothing here. */
export const policiesHold = async ({ access, ...stack }: DeployedStack): Promise<string> => {
  const { region } = access
  const sts = new STSClient(clientSettings(access))
  const { Account } = await sts.send(new GetCallerIdentityCommand({}))
  const RoleArn = `arn:aws:iam::${Account}:role/cdk-hnb659fds-${publisher}-${Account}-${region}`
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'e2e' }))
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  const queue = resourceNamed({ access, ...stack }, 'AWS::SQS::Queue', 'LinescareTickets').physicalId
  const client = new SQSClient({ ...clientSettings(access), credentials })
  const refused = await client.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'e2e' })).then(
    () => 'nothing',
    (error: Error) => error.name,
  )
  holds(/AccessDenied/.test(refused), `a role without the right is refused (with ${refused})`)
  return 'a role without the right to send is refused'
}

/** Whatever the doors did, their policies allowed; what was refused on purpose is left out. */
export const nothingWasRefused = async (refusals: readonly string[]): Promise<undefined> => {
  const unwanted = new Set(refusals.filter((words) => !words.includes(publisher)))
  holds(unwanted.size === 0, `no door is refused what it does:\n${[...unwanted].join('\n')}`)
}
