import { dirname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkConfig } from '#shared/config/check-config.ts'
import type { BatonConfigInput } from '#shared/config/config.ts'
import { ConfigError } from '#shared/config/errors.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { noticeKeys } from '#shared/handoff/notice.ts'
import { surveyArticles } from './survey-articles.ts'

/** Reads a company's configuration and checks all of it. @throws {ConfigError} */
export const loadConfig = async (path: string, callbackUrl?: string): Promise<DeployedConfig> => {
  const written = await readDefaultExport(path)
  const surroundings = {
    articlesIn: (folder: string) => surveyArticles(resolve(dirname(path), folder)),
    noticeKeys,
  }
  // What is written is checked even where it is overridden, since a deployment will use it.
  const own = checkConfig(written, surroundings)
  return callbackUrl ? checkConfig(answeredAt(callbackUrl, written), surroundings) : own
}

const readDefaultExport = async (path: string): Promise<BatonConfigInput> => {
  const module = await import(pathToFileURL(path).href).catch((cause: unknown) => {
    throw new ConfigError([`config: ${path} cannot be read: ${firstLine(cause)}`])
  })
  if (module.default) return module.default
  throw new ConfigError([`config: ${path} is not a configuration: must export one by default`])
}

const firstLine = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''

const answeredAt = (callbackUrl: string, written: BatonConfigInput): BatonConfigInput => {
  const standard = written.channels?.standard
  return standard ? { ...written, channels: { ...written.channels, standard: { ...standard, callbackUrl } } } : written
}
