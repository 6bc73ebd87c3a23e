import { mkdir, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import {
  type DoorFolders,
  type DoorId,
  doorEntries,
  doorIds,
  folderName,
  laterImports,
  projectFolder,
} from './door-entries.ts'

/** Dependencies still written in CommonJS call `require` for Node's own modules. */
const requireForCommonJs =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

const environmentCredentials = fileURLToPath(new URL('./environment-credentials.ts', import.meta.url))

const besideTheDoor: Plugin = {
  name: 'beside-the-door',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\.ts$/ }, ({ kind, path }) => {
      const later = kind === 'dynamic-import' && laterImports.find(({ file }) => basename(file) === basename(path))
      return later ? { path: `./${later.name}.mjs`, external: true } : undefined
    }),
}

const filesOf = (door: string, entry: string): { in: string; out: string }[] => [
  { in: entry, out: `${folderName(door as DoorId)}/index` },
  ...laterImports
    .filter(({ doors }) => doors.includes(door as DoorId))
    .map(({ name, file }) => ({ in: file, out: `${folderName(door as DoorId)}/${name}` })),
]

/**
 * Bundles every door into `<folder>/<door>/index.mjs`, all in one build, so that the SDK is parsed once.
 * What each bundle is made of is kept in `<folder>/metafile.json`.
 */
export const bundleDoors = async (
  folder: string,
  entries: Readonly<Partial<Record<DoorId, string>>> = doorEntries,
  plugins: readonly Plugin[] = [],
): Promise<DoorFolders> => {
  const folders = Object.fromEntries(doorIds.map((door) => [door, join(folder, folderName(door))])) as DoorFolders
  await Promise.all(doorIds.map((door) => rm(folders[door], { recursive: true, force: true })))
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: Object.entries(entries).flatMap(([door, entry]) => filesOf(door, entry)),
    plugins: [besideTheDoor, ...plugins],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    alias: { '@aws-sdk/credential-provider-node': environmentCredentials },
    banner: { js: requireForCommonJs },
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'metafile.json'), JSON.stringify(metafile))
  return folders
}
