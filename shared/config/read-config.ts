import { readFileSync } from 'node:fs'
import type { BatonConfig } from './config.ts'

export interface DeployedConfig {
  readonly config: BatonConfig
  /** Short hash of the configuration: every decision is logged with the version that made it. */
  readonly version: string
}

/** Reads the configuration that synth checked and laid beside the door's bundle. */
export const readConfig = (file: URL): DeployedConfig => JSON.parse(readFileSync(file, 'utf8'))
