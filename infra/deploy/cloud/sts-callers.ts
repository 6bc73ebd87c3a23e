import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { answerWithinMs, clientSettings } from './client-settings.ts'
import { within } from './failure.ts'
import type { Callers } from './ports.ts'

export const stsCallers = (region: string): Callers => ({
  whoAmI: async () => {
    const client = new STSClient(clientSettings(region))
    const { Account, Arn } = await within(answerWithinMs, 'credentials', client.send(new GetCallerIdentityCommand({})))
    return { account: Account ?? '', arn: Arn ?? '' }
  },
})

/** The region the environment or the profile names; the CDK command would quietly take us-east-1. */
export const stsRegion = async (
  environment: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> => {
  const written = environment.AWS_REGION || environment.AWS_DEFAULT_REGION
  if (written) return written
  try {
    return (await new STSClient({}).config.region()) || undefined
  } catch {
    return undefined
  }
}
