import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../bundle/door-entries.ts'
import { loadConfig } from '../../load-config.ts'
import type { Surroundings } from '../checks/examine.ts'
import { answerWithinMs } from '../cloud/client-settings.ts'
import { openCloud } from '../cloud/open-cloud.ts'
import { stsRegion } from '../cloud/sts-callers.ts'
import type { Destination } from './destination.ts'
import { agreedEnvironment, settleEnvironment } from './environment.ts'

const readPackage = (...folders: readonly string[]) =>
  JSON.parse(readFileSync(join(projectFolder, ...folders, 'package.json'), 'utf8'))

const installedVersion = (): string | undefined =>
  existsSync(join(projectFolder, 'node_modules/aws-cdk/package.json'))
    ? readPackage('node_modules', 'aws-cdk').version
    : undefined

/** Settles on one profile and region, for this process and for the CDK command it may start. */
export const settleRegion = async (profile: string | undefined): Promise<string | undefined> => {
  // The region may stand in a profile whose keys are then not used, so it is read first.
  if (profile) process.env.AWS_PROFILE = profile
  // Set to nothing it would count as a region, and hide the profile's.
  if (!process.env.AWS_REGION) delete process.env.AWS_REGION
  const region = await stsRegion(process.env)
  settleEnvironment({ ...agreedEnvironment(process.env, profile), ...(region && { AWS_REGION: region }) })
  return region
}

/** This machine, this project and the account that the credentials lead to. */
export const readSurroundings = async (destination: Destination): Promise<Surroundings> => ({
  nodeVersion: process.version,
  cdkPinned: readPackage().devDependencies['aws-cdk'],
  cdkInstalled: installedVersion(),
  configPath: destination.configPath,
  stackName: destination.stackName,
  loadConfig: () => loadConfig(destination.configPath, destination.callbackUrl),
  region: await settleRegion(destination.profile),
  openCloud,
  answerWithinMs,
})
