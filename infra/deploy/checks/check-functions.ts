import type { CompanyTool } from '#shared/config/config.ts'
import { functionArn } from '#shared/config/function-arn.ts'
import type { FunctionFound, Functions } from '../cloud/ports.ts'
import { bad, good, open, orUnseen, type Verdict } from './verdict.ts'

/** Lambda lets a function that nobody called for weeks fall asleep; the next call wakes it. */
const callable = ['Active', 'Inactive']

/** Whether each tool that is a function is there and can be called. None is: it might do something. */
export const checkFunctions = async (
  functions: Functions,
  tools: readonly CompanyTool[],
  account: string | undefined,
): Promise<readonly Verdict[]> => {
  const looks = tools.map(async ({ name, target, timeoutSeconds }): Promise<readonly Verdict[]> => {
    if (!('lambda' in target)) return []
    const check = `tool ${name}`
    const seen = functions.find(target.lambda).then((found) => verdictsOf(check, target.lambda, timeoutSeconds, found))
    return [...(await orUnseen(check, seen)), ...elsewhere(check, target.lambda, account)]
  })
  return (await Promise.all(looks)).flat()
}

const verdictsOf = (
  check: string,
  arn: string,
  timeoutSeconds: number,
  found: FunctionFound | undefined,
): readonly Verdict[] => {
  if (!found) return [bad(check, `${arn} is not there`, 'deploy it, or correct tools[].target.lambda')]
  const { state = 'Active', reason = 'no reason given', timeoutSeconds: runs = 0 } = found
  if (!callable.includes(state))
    return [bad(check, `${arn} is ${state}: ${reason}`, 'wait until it is Active, or mend it')]
  const late =
    runs > timeoutSeconds
      ? [open(check, `it may run ${runs} s, and is waited for ${timeoutSeconds} s`, 'give it as much time as the tool')]
      : []
  return [good(check, `${arn} is there`), ...late]
}

const elsewhere = (check: string, arn: string, account: string | undefined): readonly Verdict[] => {
  const owner = functionArn(arn)?.account
  return account === undefined || owner === account
    ? []
    : [
        open(
          check,
          `it is of the account ${owner}`,
          "its own policy has to let the turn's role invoke it: aws lambda add-permission, there",
        ),
      ]
}
