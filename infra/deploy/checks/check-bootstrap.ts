import type { StackFound } from '../cloud/ports.ts'
import { stackTrouble } from './stack-trouble.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

export const bootstrapStackName = 'CDKToolkit'

/** What the stack's assembly asks for: below it, the roles and the bucket that a deployment uses are not there. */
export const neededBootstrap = 6

/** A deployment makes or renews the bootstrap itself, so only what it cannot mend is bad. */
export const checkBootstrap = (found: StackFound | undefined): Verdict => {
  const check = 'bootstrap'
  if (!found) return open(check, 'none in this account and region yet: npm run deploy makes it')
  const trouble = stackTrouble(found)
  if (trouble) return bad(check, trouble.found, trouble.todo)
  const version = Number(found.outputs.BootstrapVersion)
  if (version >= neededBootstrap) return good(check, `version ${version}`)
  return open(check, `version ${version || 'unknown'}, below ${neededBootstrap}: npm run deploy renews it`)
}
