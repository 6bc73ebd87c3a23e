import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type { BatonConfig } from '#shared/config/config.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { projectFolder } from '../../bundle/door-entries.ts'
import type { PlayedChannels, PlayedTools } from '../../load-config.ts'
import { type KnowledgeBases, knowledgeBases } from '../knowledge/knowledge-bases.ts'
import { retrieveFrom } from '../knowledge/retrieve.ts'
import { type Assembly, readAssembly } from '../stack/assembly.ts'
import type { Closing } from '../stack/closing.ts'

export interface SynthesisOptions {
  readonly configPath?: string
  readonly callbackUrl: string
  readonly playedChannels?: PlayedChannels
  readonly playedTools?: PlayedTools
}

/** Synthesises the stack as a deployment would, into a folder that goes when the cloud goes. */
export const synthesizeHere = async (
  options: SynthesisOptions,
  closing: Closing,
): Promise<{ assembly: Assembly; config: BatonConfig; bases: KnowledgeBases | undefined }> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-'))
  const outdir = join(folder, 'cdk.out')
  const work = import('../../synth.ts').then(({ synthesize }) =>
    synthesize({ ...options, outdir, buildFolder: join(folder, 'bundles') }),
  )
  // A synthesis cannot be stopped: a folder removed under it would be made again.
  closing.add(() => work.catch(() => undefined).then(() => rm(folder, { recursive: true, force: true })))
  const { deployed } = await work
  return {
    assembly: readAssembly(outdir),
    config: deployed.config,
    bases: basesOf(deployed.config, options.configPath),
  }
}

/** Articles that a deployment would have in Bedrock are searched here, by the index that the other store has. */
const basesOf = ({ knowledge }: BatonConfig, configPath: string | undefined): KnowledgeBases | undefined => {
  if (knowledge.store !== 'bedrock') return undefined
  const folder = resolve(configPath ? dirname(configPath) : projectFolder, knowledge.folder)
  return knowledgeBases(retrieveFrom(compileKnowledge(folder), knowledge.bedrock.calibration))
}
