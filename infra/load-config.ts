import { pathToFileURL } from 'node:url'
import { configSchema } from '#shared/config/config-schema.ts'
import { configVersion } from '#shared/config/config-version.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'

export const loadConfig = async (path: string, callbackUrl?: string): Promise<DeployedConfig> => {
  const { default: written } = await import(pathToFileURL(path).href)
  const given = callbackUrl
    ? { ...written, channels: { standard: { ...written.channels?.standard, callbackUrl } } }
    : written
  const config = configSchema.parse(given)
  return { config, version: configVersion(config) }
}
