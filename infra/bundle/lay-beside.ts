import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { openApiDocument } from '#functions/agent/openapi.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { type DoorFolders, doorIds, projectFolder } from './door-entries.ts'

/** Lays beside each bundle what it reads at its cold start, so that a door needs no call to know its company. */
export const layBeside = async (folders: DoorFolders, deployed: DeployedConfig, configPath: string): Promise<void> => {
  const articles = resolve(dirname(configPath), deployed.config.knowledge.folder)
  await Promise.all([
    ...doorIds.map((door) => lay(folders[door], 'config.json', deployed)),
    lay(folders.TakeTurn, 'knowledge.json', compileKnowledge(articles)),
    copyFile(join(projectFolder, 'shared/triggers/weights.bin'), join(folders.TakeTurn, 'triggers.bin')),
    lay(folders.AgentApi, 'openapi.json', openApiDocument()),
  ])
}

const lay = (folder: string, name: string, content: unknown): Promise<void> =>
  writeFile(join(folder, name), JSON.stringify(content))
