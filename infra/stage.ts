import { resolve } from 'node:path'
import type { Node } from 'constructs'
import { projectFolder } from './bundle/door-entries.ts'

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
  return {
    configPath: resolve(given('config') ?? resolve(projectFolder, 'baton.config.ts')),
    callbackUrl: given('callbackUrl'),
    stackName: stage ? `Baton-${stage}` : 'Baton',
  }
}
