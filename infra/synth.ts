import { join, resolve } from 'node:path'
import type { App } from 'aws-cdk-lib'
import type { CloudAssembly } from 'aws-cdk-lib/cx-api'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { bundleDoors } from './bundle/bundle-doors.ts'
import { type DoorFolders, projectFolder } from './bundle/door-entries.ts'
import { layBeside } from './bundle/lay-beside.ts'
import { loadConfig, type PlayedChannels, type PlayedTools } from './load-config.ts'
import { cacheWarnings } from './model/cache-warnings.ts'
import { projectContext } from './project-context.ts'
import { ruleWarnings } from './routing/rule-warnings.ts'
import { readStage } from './stage.ts'

export interface SynthesisOptions {
  /** @default the context value `config`, else baton.config.ts */
  readonly configPath?: string
  /** Where the standard channel's replies go. @default the context value `callbackUrl`, else the configuration's own */
  readonly callbackUrl?: string
  /** Channels whose providers this machine plays. @default none */
  readonly playedChannels?: PlayedChannels
  /** Tools that this machine answers for. @default none */
  readonly playedTools?: PlayedTools
  /** Cloud assembly. @default what the CDK command names, else a temporary folder */
  readonly outdir?: string
  /** Bundles, a folder per door. @default .build in the project */
  readonly buildFolder?: string
  /** Also holds the template to CloudFormation's own rules, which takes two seconds. @default false */
  readonly validated?: boolean
}

export interface SynthesizedResource {
  readonly Type: string
  readonly Metadata?: Readonly<Record<string, unknown>>
}

export interface Synthesis {
  /** The constructs behind it, for whoever holds them to rules. */
  readonly app: App
  readonly assembly: CloudAssembly
  /** The stack's CloudFormation template, as it would be deployed. */
  readonly template: { readonly Resources: Readonly<Record<string, SynthesizedResource>> }
  /** Each door's bundle, with the files that lie beside it. */
  readonly folders: DoorFolders
  readonly deployed: DeployedConfig
  /** What is allowed and yet hardly meant, a line each: rules that can never fire, a cache that keeps nothing. */
  readonly warnings: readonly string[]
}

/** Checks the configuration, bundles the doors, compiles the knowledge and synthesises the stack, all in this process. */
export const synthesize = async (options: SynthesisOptions = {}): Promise<Synthesis> => {
  const bundling = bundleDoors(options.buildFolder ?? join(projectFolder, '.build'))
  // esbuild works on the other core while CDK, the largest import of all, is read.
  const [{ App }, { SupportStack }] = await Promise.all([import('aws-cdk-lib'), import('./support-stack.ts')])
  const app = new App({
    context: projectContext(),
    builtinCloudFormationValidation: options.validated ?? false,
    ...(options.outdir && { outdir: options.outdir }),
  })
  const stage = readStage(app.node)
  const configPath = options.configPath ? resolve(options.configPath) : stage.configPath
  const [deployed, folders] = await Promise.all([
    loadConfig(configPath, options.callbackUrl ?? stage.callbackUrl, options.playedChannels, options.playedTools),
    bundling,
  ])
  await layBeside(folders, deployed, configPath)
  const stack = new SupportStack(app, stage.stackName, { config: deployed.config, folders })
  const assembly = app.synth()
  const { template } = assembly.getStackArtifact(stack.artifactId)
  return {
    app,
    assembly,
    template,
    folders,
    deployed,
    warnings: [...ruleWarnings(deployed.config, configPath), ...cacheWarnings(deployed.config)],
  }
}
