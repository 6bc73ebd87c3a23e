import { modelIds } from '#shared/config/model-families.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { type ConsoleSettings, deployedSettings } from '../console/console-settings.ts'
import type { Upload } from './articles/upload-articles.ts'
import { examineModels, examineStack, type Groundwork } from './checks/examine.ts'
import type { Verdict } from './checks/verdict.ts'
import { isBad, verdictLines } from './checks/verdict-lines.ts'
import { answerWithinMs } from './cloud/client-settings.ts'
import { explainFailure } from './cloud/failure.ts'
import type { Caller, Cloud } from './cloud/ports.ts'
import type { Destination } from './command/destination.ts'
import { CommandError } from './command/errors.ts'
import type { Terminal } from './command/terminal.ts'
import { type Deployed, nextSteps, npmRun, stepLines } from './steps/next-steps.ts'

export interface Deployment {
  readonly destination: Destination
  readonly terminal: Terminal
  /** Whether to make or renew what every CDK deployment into an account rests on. */
  readonly bootstrap: boolean
  /** Options for the CDK command itself. */
  readonly cdkWords: readonly string[]
  runCdk(words: readonly string[]): Promise<number>
  /** Where the CDK command writes the outputs. */
  readonly outputsFile: string
  readOutputs(): Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Has a bucket hold the company's articles; called where Bedrock searches them. */
  uploadTo(bucket: string, folder: string): Promise<Upload>
  /** Has a bucket hold the console; called where the company has one. @returns how many files that are */
  uploadConsoleTo(bucket: string, settings: ConsoleSettings): Promise<number>
}

interface Ready {
  readonly cloud: Cloud
  readonly caller: Caller
  readonly deployed: DeployedConfig
}

/** Checks, bootstraps, deploys and says what is left to do. Resolves with the exit code. */
export const deployStack = async (deployment: Deployment, groundwork: Groundwork): Promise<number> => {
  const { terminal, destination } = deployment
  const ready = await holdToChecks(deployment, groundwork)
  const model = examineModels(ready.cloud, { ids: modelIds(ready.deployed.config.model), call: false }, answerWithinMs)
  const code = await runStages(deployment, ready)
  if (code !== 0) {
    terminal.say(`Not deployed. ${npmRun('doctor', destination.contextWords)} says what state the stack is in.`)
    return code
  }
  const { config } = ready.deployed
  const done: Deployed = {
    account: ready.caller.account,
    region: ready.cloud.region,
    stackName: destination.stackName,
    outputs: deployment.readOutputs()[destination.stackName] ?? {},
    config,
    contextWords: destination.contextWords,
  }
  const uploaded = [await uploadsArticles(deployment, done), await uploadsConsole(deployment, done)]
  const steps = [...nextSteps(done), ...unsettled(await model, terminal.colours)]
  for (const line of ['', ...stepLines(done, steps)]) terminal.say(line)
  return uploaded.every(Boolean) ? 0 : 1
}

/** Resolves with whether the articles are where they are searched; a deployment without them must not look finished. */
const uploadsArticles = async ({ uploadTo, terminal, destination }: Deployment, done: Deployed): Promise<boolean> => {
  const { folder, store } = done.config.knowledge
  if (store !== 'bedrock') return true
  try {
    const { uploaded, unchanged, removed } = await uploadTo(done.outputs.ArticleBucketName ?? '', folder)
    terminal.say('')
    terminal.say(`Articles: ${uploaded} sections uploaded, ${removed} removed, ${unchanged} unchanged.`)
    if (uploaded + removed > 0) terminal.say('The knowledge base reads them within some minutes.')
    return true
  } catch (error) {
    const { found, todo } = explainFailure(error)
    terminal.say(`The stack is deployed; its articles are not uploaded: ${found} → ${todo}`)
    terminal.say(`${npmRun('deploy', destination.contextWords)} uploads what is missing.`)
    return false
  }
}

/** The same for the console: an address that shows nothing is no console. */
const uploadsConsole = async (
  { uploadConsoleTo, terminal, destination }: Deployment,
  { config, outputs }: Deployed,
): Promise<boolean> => {
  if (!config.console) return true
  try {
    const count = await uploadConsoleTo(outputs.ConsoleBucketName ?? '', deployedSettings(config, outputs))
    terminal.say('')
    terminal.say(`Console: ${count} files uploaded, at ${outputs.ConsoleUrl ?? ''}`)
    return true
  } catch (error) {
    const { found, todo } = explainFailure(error)
    terminal.say(`The stack is deployed; its console is not uploaded: ${found} → ${todo}`)
    terminal.say(`${npmRun('deploy', destination.contextWords)} uploads it.`)
    return false
  }
}

/** @throws {CommandError} when a deployment could only fail */
const holdToChecks = async ({ terminal, destination }: Deployment, groundwork: Groundwork): Promise<Ready> => {
  const { cloud, caller, deployed } = groundwork
  const stack = cloud ? await examineStack(cloud, destination.stackName, answerWithinMs) : []
  const verdicts = [...groundwork.verdicts, ...stack]
  for (const line of verdictLines(verdicts, terminal.colours)) terminal.say(line)
  if (!cloud || !caller || !deployed || verdicts.some(isBad))
    throw new CommandError('nothing was deployed: first mend what is marked ✗')
  return { cloud, caller, deployed }
}

const runStages = async (deployment: Deployment, { cloud, caller }: Ready): Promise<number> => {
  const { destination, terminal, runCdk } = deployment
  if (deployment.bootstrap) {
    terminal.say('')
    const code = await runCdk(['bootstrap', `aws://${caller.account}/${cloud.region}`])
    if (code !== 0) {
      terminal.say('The bootstrap failed. If somebody else looks after it in your company, deploy with --no-bootstrap.')
      return code
    }
  }
  terminal.say('')
  const target = [destination.stackName, '--require-approval', 'never', '--outputs-file', deployment.outputsFile]
  return runCdk(['deploy', ...target, ...destination.contextWords, ...deployment.cdkWords])
}

/** What did not hold the deployment up, yet will keep the assistant from answering. */
const unsettled = (verdicts: readonly Verdict[], coloured: boolean) => {
  const left = verdicts.filter(({ mark }) => mark !== 'good')
  return left.length === 0 ? [] : [{ title: 'Settle what the assistant needs', lines: verdictLines(left, coloured) }]
}
