import { dirname, resolve } from 'node:path'
import { checkConfig } from '#shared/config/check-config.ts'
import type { BatonConfigInput } from '#shared/config/config.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { noticeKeys } from '#shared/handoff/notice.ts'
import { readConfigFile } from './config-file.ts'
import { surveyArticles } from './survey-articles.ts'

/** Reads a company's configuration and checks all of it. @throws {ConfigError} */
export const loadConfig = async (path: string, callbackUrl?: string): Promise<DeployedConfig> => {
  const written = await readConfigFile(path)
  const surroundings = {
    articlesIn: (folder: string) => surveyArticles(resolve(dirname(path), folder)),
    noticeKeys,
  }
  // What is written is checked even where it is overridden, since a deployment will use it.
  const own = checkConfig(written, surroundings)
  return callbackUrl ? checkConfig(answeredAt(callbackUrl, written), surroundings) : own
}

const answeredAt = (callbackUrl: string, written: BatonConfigInput): BatonConfigInput => {
  const standard = written.channels?.standard
  return standard ? { ...written, channels: { ...written.channels, standard: { ...standard, callbackUrl } } } : written
}
