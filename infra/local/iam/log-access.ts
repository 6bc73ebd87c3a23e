import { asObject } from '../json.ts'
import type { Resource } from '../stack/identity.ts'
import { arn } from '../stack/place.ts'
import type { Stack } from '../stack/template.ts'
import type { Role } from './role.ts'

/** What Lambda does with a function's lines, under the function's role. */
export interface LogAccess {
  /** Whether a line is kept; AWS drops it without a word where the role may not write. */
  mayWrite(): boolean
}

/** Lambda opens a log stream for each environment, and writes every line to it. */
export const logAccess = (stack: Stack, lambda: Resource, role: Role): LogAccess => {
  const group = String(asObject(stack.property(lambda, 'LoggingConfig')).LogGroup ?? `/aws/lambda/${lambda.id}`)
  const stream = arn(stack.place, 'logs', `log-group:${group}:log-stream:local`)
  let opened: boolean | undefined
  return {
    mayWrite: () => {
      opened ??= role.ask({ action: 'logs:CreateLogStream', resource: stream }) === 'allowed'
      return opened && role.ask({ action: 'logs:PutLogEvents', resource: stream }) === 'allowed'
    },
  }
}
