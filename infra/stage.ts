import { resolve } from 'node:path'
import type { Node } from 'constructs'
import { ConfigError } from '#shared/config/errors.ts'
import { problem } from '#shared/config/problem.ts'
import { projectFolder } from './bundle/door-entries.ts'

/** CloudFormation's own characters; the stack's name is a part of every name it makes, and those have to fit. */
const stagePattern = /^(?=.{1,20}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/

/** What tells one deployment from another, each given by `-c name=value` to the CDK command. */
export interface Stage {
  /** `config`: another company's or another stage's configuration. */
  readonly configPath: string
  /** `callbackUrl`: overrides where replies of the standard channel go. */
  readonly callbackUrl: string | undefined
  /** `stage`: a second deployment in the same account, such as `test`. */
  readonly stackName: string
}

export const readStage = (node: Pick<Node, 'tryGetContext'>): Stage => {
  const given = (name: string): string | undefined => node.tryGetContext(name)
  const stage = given('stage')
  if (stage && !stagePattern.test(stage))
    throw new ConfigError([
      problem('stage', stage, 'must be letters, digits and dashes, at most 20, not ending in one'),
    ])
  return {
    configPath: resolve(given('config') ?? resolve(projectFolder, 'baton.config.ts')),
    callbackUrl: given('callbackUrl'),
    stackName: stage ? `Baton-${stage}` : 'Baton',
  }
}
