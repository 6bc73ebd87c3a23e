import { modelIds } from '#shared/config/model-families.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { within } from '../cloud/failure.ts'
import type { Caller, Cloud } from '../cloud/ports.ts'
import { checkCredentials, checkRegion } from './check-access.ts'
import { checkArticles } from './check-articles.ts'
import { bootstrapStackName, checkBootstrap } from './check-bootstrap.ts'
import { checkConfiguration } from './check-configuration.ts'
import { checkExport } from './check-export.ts'
import { checkFunctions } from './check-functions.ts'
import { checkModel } from './check-model.ts'
import { checkAccountQuotas, checkTokens } from './check-quotas.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkStack } from './check-stack.ts'
import { checkCdkCommand, checkNode } from './check-tools.ts'
import { checkWebhookUrl } from './check-webhook-url.ts'
import { open, orUnseen, type Verdict } from './verdict.ts'

export interface Surroundings {
  readonly nodeVersion: string
  readonly cdkPinned: string
  readonly cdkInstalled: string | undefined
  readonly configPath: string
  readonly stackName: string
  loadConfig(): Promise<DeployedConfig>
  readonly region: string | undefined
  openCloud(region: string): Cloud
  /** Each check has this long; a silent one is left open. */
  readonly answerWithinMs: number
}

/** What must hold before anything is deployed, and what the rest of an examination needs. */
export interface Groundwork {
  readonly verdicts: readonly Verdict[]
  readonly deployed: DeployedConfig | undefined
  readonly cloud: Cloud | undefined
  readonly caller: Caller | undefined
}

/** The checks that a deployment would otherwise fail on after minutes. */
export const layGroundwork = async (around: Surroundings): Promise<Groundwork> => {
  const cloud = around.region ? around.openCloud(around.region) : undefined
  const [configuration, access] = await Promise.all([
    checkConfiguration(around.configPath, around.loadConfig),
    cloud && checkCredentials(cloud.callers),
  ])
  const here = [checkNode(around.nodeVersion), checkCdkCommand(around.cdkPinned, around.cdkInstalled)]
  const verdicts = [...configuration.verdicts, ...here, checkRegion(around.region)]
  return {
    verdicts: access ? [...verdicts, access.verdict] : verdicts,
    deployed: configuration.deployed,
    cloud: access?.caller && cloud,
    caller: access?.caller,
  }
}

/** Looks at one thing, within a time. */
type Look = (check: string, verdicts: Promise<readonly Verdict[]>) => Promise<readonly Verdict[]>

const lookFor =
  (milliseconds: number): Look =>
  (check, verdicts) =>
    orUnseen(check, within(milliseconds, check, verdicts))

export const examineStack = (cloud: Cloud, stackName: string, milliseconds: number): Promise<readonly Verdict[]> =>
  lookFor(milliseconds)(
    'stack',
    cloud.stacks.find(stackName).then((found) => [checkStack(stackName, found)]),
  )

export interface WantedModel {
  readonly id: string
  /** Also asks it for a word. */
  readonly call: boolean
}

/** Whether the assistant will find its model, and enough of it. */
export const examineModel = async (
  cloud: Cloud,
  { id, call }: WantedModel,
  milliseconds: number,
): Promise<readonly Verdict[]> => {
  const look = lookFor(milliseconds)
  let name: string | undefined
  const seen = async () => {
    const found = await checkModel(cloud.models, id, cloud.region, call)
    name = found.name
    return found.verdicts
  }
  const verdicts = await look('model', seen())
  if (!name) return verdicts
  const known = name
  const quotas = cloud.quotas.ofBedrock().then((all) => checkTokens(all, id, known))
  return [...verdicts, ...(await look('model quota', quotas))]
}

export interface WantedModels {
  readonly ids: readonly string[]
  /** Also asks each for a word. */
  readonly call: boolean
}

/** The assistant's model and those that it falls back on. */
export const examineModels = async (
  cloud: Cloud,
  { ids, call }: WantedModels,
  milliseconds: number,
): Promise<readonly Verdict[]> =>
  (await Promise.all(ids.map((id) => examineModel(cloud, { id, call }, milliseconds)))).flat()

const examineChannels = async (cloud: Cloud, stackName: string, deployed: DeployedConfig | undefined) => {
  const found = deployed && (await cloud.stacks.find(stackName))
  if (!found) return []
  const { channels } = deployed.config
  return [...checkWebhookUrl(found, channels), ...(await checkSecrets(cloud.secrets, found, channels))]
}

const examineExport = async (cloud: Cloud, stackName: string, deployed: DeployedConfig | undefined) => {
  const found = deployed && (await cloud.stacks.find(stackName))
  return found ? checkExport(cloud.exports, found, deployed.config.export, Date.now()) : []
}

/** Everything that a deployment into this account rests on. Nothing is changed, and nothing may hang. */
export const examine = async (around: Surroundings, callModel: boolean): Promise<readonly Verdict[]> => {
  const { verdicts, cloud, deployed, caller } = await layGroundwork(around)
  if (!cloud) return [...verdicts, open('account', 'not looked at: it takes a region and working credentials')]
  const { answerWithinMs, stackName } = around
  const look = lookFor(answerWithinMs)
  const looks = [
    look(
      'bootstrap',
      cloud.stacks.find(bootstrapStackName).then((found) => [checkBootstrap(found)]),
    ),
    examineStack(cloud, stackName, answerWithinMs),
    deployed ? examineModels(cloud, { ids: modelIds(deployed.config.model), call: callModel }, answerWithinMs) : [],
    deployed ? look('articles', checkArticles(cloud.models, deployed.config.knowledge, cloud.region)) : [],
    look('quotas', checkAccountQuotas(cloud.quotas)),
    look('channels', examineChannels(cloud, stackName, deployed)),
    look('export', examineExport(cloud, stackName, deployed)),
    look('tools', checkFunctions(cloud.functions, deployed?.config.tools ?? [], caller?.account)),
  ]
  return [...verdicts, ...(await Promise.all(looks)).flat()]
}
