import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { type DoorFolders, doorIds, projectFolder } from './door-entries.ts'

const built = async (path: string) =>
  existsSync(join(projectFolder, path)) ? await import(join(projectFolder, path)) : undefined

/** Lays beside each bundle what it reads at its cold start, so that a door needs no call to know its company. */
export const layBeside = async (folders: DoorFolders, deployed: DeployedConfig, configPath: string): Promise<void> => {
  await Promise.all(doorIds.map((door) => lay(folders[door], 'config.json', deployed)))
  const articles = resolve(dirname(configPath), deployed.config.knowledge.folder)
  await lay(folders.TakeTurn, 'knowledge.json', compileKnowledge(articles))
  const openApi = await built('functions/agent/openapi.ts')
  if (openApi) await lay(folders.AgentApi, 'openapi.json', openApi.openApiDocument(deployed.config))
}

const lay = (folder: string, name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content))
