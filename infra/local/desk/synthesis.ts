import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BatonConfig } from '#shared/config/config.ts'
import { type Assembly, readAssembly } from '../stack/assembly.ts'
import type { Closing } from '../stack/closing.ts'

export interface SynthesisOptions {
  readonly configPath?: string
  readonly callbackUrl: string
}

/** Synthesises the stack as a deployment would, into a folder that goes when the cloud goes. */
export const synthesizeHere = async (
  options: SynthesisOptions,
  closing: Closing,
): Promise<{ assembly: Assembly; config: BatonConfig }> => {
  const folder = await mkdtemp(join(tmpdir(), 'baton-'))
  closing.add(() => rm(folder, { recursive: true, force: true }))
  const { synthesize } = await import('../../synth.ts')
  const outdir = join(folder, 'cdk.out')
  const { deployed } = await synthesize({ ...options, outdir, buildFolder: join(folder, 'bundles') })
  return { assembly: readAssembly(outdir), config: deployed.config }
}
