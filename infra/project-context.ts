import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './bundle/door-entries.ts'

/** The feature flags of cdk.json, which only the CDK command would pass on. */
export const projectContext = () => ({
  ...JSON.parse(readFileSync(join(projectFolder, 'cdk.json'), 'utf8')).context,
  '@aws-cdk/core:validateAgainstDefaultRules': true,
  // Names each function's bundle in the template, for whoever runs it.
  'aws:cdk:enable-asset-metadata': true,
})
