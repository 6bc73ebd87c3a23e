import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { asObject, type JsonObject } from '../json.ts'
import { StartError } from './errors.ts'

/** What synth left on disk: the one stack's template, and the folder behind each code asset. */
export interface Assembly {
  readonly stackName: string
  readonly template: JsonObject
  /** Folder of an asset by the S3 key under which the template expects it. */
  readonly assetFolders: ReadonlyMap<string, string>
}

const readJson = (file: string): JsonObject => JSON.parse(readFileSync(file, 'utf8'))

const assetFolders = (folder: string, manifest: JsonObject): Map<string, string> => {
  const found = new Map<string, string>()
  for (const asset of Object.values(asObject(manifest.files))) {
    const { source, destinations } = asObject(asset)
    for (const destination of Object.values(asObject(destinations))) {
      found.set(String(asObject(destination).objectKey), resolve(folder, String(asObject(source).path)))
    }
  }
  return found
}

/** Reads a cloud assembly folder (`cdk.out`) of exactly one stack. */
export const readAssembly = (folder: string): Assembly => {
  const templates = readdirSync(folder).filter((name) => name.endsWith('.template.json'))
  const [file] = templates
  if (file === undefined || templates.length > 1) {
    throw new StartError(`expected one stack in ${folder}, found ${templates.length}`)
  }
  const stackName = file.replace('.template.json', '')
  return {
    stackName,
    template: readJson(join(folder, file)),
    assetFolders: assetFolders(folder, readJson(join(folder, `${stackName}.assets.json`))),
  }
}
