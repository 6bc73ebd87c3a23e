import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type DoorFolders, type DoorId, doorIds } from '#infra/bundle/door-entries.ts'

export interface BundleSize {
  readonly bytes: number
  readonly gzipBytes: number
}

export const measureBundles = async (folders: DoorFolders): Promise<Readonly<Record<DoorId, BundleSize>>> => {
  const sizes = await Promise.all(
    doorIds.map(async (door) => {
      const bundle = await readFile(join(folders[door], 'index.mjs'))
      return [door, { bytes: bundle.byteLength, gzipBytes: gzipSync(bundle).byteLength }] as const
    }),
  )
  return Object.fromEntries(sizes) as Record<DoorId, BundleSize>
}
