import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
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

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url))
/** Of the SDK's own parts, what no door asks for. */
const leftOut: Plugin = {
  name: 'left-out',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: here('./environment-credentials.ts'),
    }))
    onResolve({ filter: /^\.\/fromSso$/ }, ({ importer }) =>
      importer.includes('token-providers') ? { path: here('./no-sign-on.ts') } : undefined,
    )
    onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: here('./no-event-streams.ts') } : undefined,
    )
  },
}
/** A client reads its own version of it, and nothing else. */
const onlyVersions: Plugin = {
  name: 'only-versions',
  setup: ({ onLoad }) =>
    onLoad({ filter: /@aws-sdk[/\\]client-[a-z0-9-]+[/\\]package\.json$/ }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
      return { contents: JSON.stringify({ version }), loader: 'json' }
    }),
}

const documentWords = /\b(summary|description):\s*'(?:[^'\\]|\\.)*'(?=,)/g

/** What is only for the document, which is written at synth from the sources: no door answers with it. */
const withoutDocument: Plugin = {
  name: 'without-document',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]agent[/\\]shapes[/\\][a-z-]*examples?\.ts$/ }, async ({ path }) => {
      const names = (await readFile(path, 'utf8')).matchAll(/^export const (\w+)/gm)
      return { contents: [...names].map(([, name]) => `export const ${name} = undefined`).join('\n'), loader: 'js' }
    })
    onLoad({ filter: /[/\\]functions[/\\]agent[/\\][a-z-]+\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(documentWords, "$1: ''"),
      loader: 'ts',
    }))
  },
}

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
    plugins: [besideTheDoor, leftOut, onlyVersions, withoutDocument, ...plugins],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: { js: requireForCommonJs },
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'metafile.json'), JSON.stringify(metafile))
  return folders
}
