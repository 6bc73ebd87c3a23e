import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { projectFolder } from '../bundle/door-entries.ts'
import { buildConsole } from './build-console.ts'

const folder = join(projectFolder, '.local', 'console')

await buildConsole(folder)
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) => one.includes('.'))) {
  const file = readFileSync(join(folder, name))
  console.log(`${name.padEnd(40)} ${(gzipSync(file).length / 1024).toFixed(1).padStart(6)} KiB compressed`)
}
