import type { Explained } from '../cloud/failure.ts'
import type { StackFound } from '../cloud/ports.ts'

const todos: readonly (readonly [status: RegExp, todo: (name: string) => string])[] = [
  [/^(?!REVIEW_).*_IN_PROGRESS$/, () => 'wait until it has ended, then look again'],
  [/^DELETE_FAILED$/, (name) => `delete ${name} again in the CloudFormation console, keeping what cannot be deleted`],
  [
    /^UPDATE_ROLLBACK_FAILED$/,
    (name) => `mend what its events name, then "npx cdk rollback ${name}", or continue the rollback in the console`,
  ],
  [/^(UPDATE|CREATE)_FAILED$/, (name) => `roll it back with "npx cdk rollback ${name}"`],
  [/^IMPORT_ROLLBACK_FAILED$/, (name) => `see the events of ${name} in the CloudFormation console`],
]

/** What keeps CloudFormation from changing a stack. A first creation that failed does not: the CDK command starts it over. */
export const stackTrouble = ({ name, status, reason }: StackFound): Explained | undefined => {
  const todo = todos.find(([pattern]) => pattern.test(status))?.[1]
  return todo && { found: `stack ${name} is in ${status}${reason ? `: ${reason}` : ''}`, todo: todo(name) }
}
