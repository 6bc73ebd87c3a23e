import { join } from 'node:path'
import { build } from 'vite'
import { projectFolder } from '../bundle/door-entries.ts'

const sources = join(projectFolder, 'console')

/**
 * Builds the console into `folder`: pages and their parts under names that say what is in them, so that a browser may keep
 * them for good. Addresses are relative: the same files are served below `/console/` here and at the root in AWS.
 */
export const buildConsole = async (folder: string): Promise<void> => {
  await build({
    root: sources,
    configFile: false,
    base: './',
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2023',
      // What comes as a link of its own is held to the same policy as everything else; no script is written into the page.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      reportCompressedSize: false,
    },
  })
}
