import { explainFailure } from '../cloud/failure.ts'
import type { Caller, Callers } from '../cloud/ports.ts'
import { bad, good, type Verdict } from './verdict.ts'

export const checkRegion = (region: string | undefined): Verdict =>
  region
    ? good('region', region)
    : bad('region', 'none is set', 'set AWS_REGION, such as AWS_REGION=eu-central-1, or a region in your AWS profile')

export interface AccessFound {
  readonly verdict: Verdict
  readonly caller: Caller | undefined
}

/** Whose account this is about to change, which everything else hangs on. */
export const checkCredentials = async (callers: Callers): Promise<AccessFound> => {
  try {
    const caller = await callers.whoAmI()
    return { caller, verdict: good('credentials', `account ${caller.account}, as ${shortArn(caller.arn)}`) }
  } catch (error) {
    const { found, todo } = explainFailure(error)
    return { caller: undefined, verdict: bad('credentials', found, todo) }
  }
}

/** `assumed-role/Deployer/ada` of an ARN. */
const shortArn = (arn: string): string => arn.split(':').slice(5).join(':') || arn
