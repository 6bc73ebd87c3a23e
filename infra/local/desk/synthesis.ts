import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatonConfig } from '#shared/config/config.ts'
import type { PlayedChannels, PlayedTools } from '../../load-config.ts'
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
): Promise<{ assembly: Assembly; config: BatonConfig }> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-'))
  const outdir = join(folder, 'cdk.out')
  const work = import('../../synth.ts').then(({ synthesize }) =>
    synthesize({ ...options, outdir, buildFolder: join(folder, 'bundles') }),
  )
  // A synthesis cannot be stopped: a folder removed under it would be made again.
  closing.add(() => work.catch(() => undefined).then(() => rm(folder, { recursive: true, force: true })))
  const { deployed } = await work
  return { assembly: readAssembly(outdir), config: deployed.config }
}
