import { copyFile, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { openApiDocument } from '#functions/agent/openapi.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { compileKnowledge } from '#shared/knowledge/compile.ts'
import { compilePhrases } from '#shared/triggers/phrases/compile.ts'
import { languages } from '#shared/triggers/phrases/languages.ts'
import { shippedRepeats } from '../triggers/shipped.ts'
import { trainOwn } from '../triggers/train-own.ts'
import { type DoorFolders, doorIds, projectFolder } from './door-entries.ts'

/** Lays beside each bundle what it reads at its cold start, so that a door needs no call to know its company. */
export const layBeside = async (folders: DoorFolders, deployed: DeployedConfig, configPath: string): Promise<void> => {
  const { knowledge } = deployed.config
  const articles = resolve(dirname(configPath), knowledge.folder)
  await Promise.all([
    ...doorIds.map((door) => lay(folders[door], 'config.json', deployed)),
    ...(knowledge.store === 'built-in' ? [lay(folders.TakeTurn, 'knowledge.json', compileKnowledge(articles))] : []),
    layEars([folders.TakeTurn, folders.WhatIf], deployed),
    lay(folders.AgentApi, 'openapi.json', openApiDocument()),
  ])
}

/** What the triggers hear with, wherever a turn is decided. */
const layEars = async (ofDoors: readonly string[], { config }: DeployedConfig): Promise<void> => {
  const [phrases, repeats, ownTopics] = [compilePhrases(languages), shippedRepeats(), trainOwn(config.triggers)]
  await Promise.all(
    ofDoors.flatMap((folder) => [
      lay(folder, 'phrases.json', phrases),
      copyFile(join(projectFolder, 'shared/triggers/weights.bin'), join(folder, 'triggers.bin')),
      lay(folder, 'repeats.json', repeats),
      ...(ownTopics === undefined ? [] : [writeFile(join(folder, 'own-topics.bin'), ownTopics)]),
    ]),
  )
}

const lay = (folder: string, name: string, content: unknown): Promise<void> =>
  writeFile(join(folder, name), JSON.stringify(content))
