import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { holds } from '../checklist.ts'
import { clientSettings } from '../cloud/cloud-access.ts'
import { type DeployedStack, resourceNamed } from '../cloud/deployed-stack.ts'

/** What publishes the doors' bundles has no business in a queue; where it may write to one, policies say nothing here. */
export const policiesHold = async ({ access, ...stack }: DeployedStack): Promise<string> => {
  const { region } = access
  const sts = new STSClient(clientSettings(access))
  const { Account } = await sts.send(new GetCallerIdentityCommand({}))
  const RoleArn = `arn:aws:iam::${Account}:role/cdk-hnb659fds-file-publishing-role-${Account}-${region}`
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'e2e' }))
  const credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  }
  const queue = resourceNamed({ access, ...stack }, 'AWS::SQS::Queue', 'LinescareTickets').physicalId
  const publisher = new SQSClient({ ...clientSettings(access), credentials })
  const refused = await publisher.send(new SendMessageCommand({ QueueUrl: queue, MessageBody: 'e2e' })).then(
    () => 'nothing',
    (error: Error) => error.name,
  )
  holds(/AccessDenied/.test(refused), `a role without the right is refused (with ${refused})`)
  return 'a role without the right to send is refused'
}
