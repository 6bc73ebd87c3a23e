import { checkCredentials, checkRegion } from '../checks/check-access.ts'
import type { Verdict } from '../checks/verdict.ts'
import { openCloud } from '../cloud/open-cloud.ts'
import type { Caller, Cloud } from '../cloud/ports.ts'
import { CommandError } from './errors.ts'
import { settleRegion } from './surroundings.ts'

export interface Reached {
  readonly cloud: Cloud
  readonly caller: Caller
}

const refusal = ({ check, found, todo }: Verdict): CommandError =>
  new CommandError(`${check}: ${found}${todo ? `\n→ ${todo}` : ''}`)

/** The account that the credentials lead to. @throws {CommandError} */
export const reachCloud = async (profile: string | undefined): Promise<Reached> => {
  const region = await settleRegion(profile)
  if (!region) throw refusal(checkRegion(region))
  const cloud = openCloud(region)
  const { caller, verdict } = await checkCredentials(cloud.callers)
  if (!caller) throw refusal(verdict)
  return { cloud, caller }
}
