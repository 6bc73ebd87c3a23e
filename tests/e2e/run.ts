import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { startCallback } from '#infra/local/demo/callback.ts'
import { silentTelling, tellTo } from '#infra/local/demo/telling.ts'
import { createClosing } from '#infra/local/stack/closing.ts'
import { createChecklist } from './checklist.ts'
import { killChildren } from './child.ts'
import { type Options, OptionsError, readOptions, usage } from './options.ts'
import { playEndToEnd } from './play.ts'
import { NothingToDeployToError, openTarget } from './targets/open-target.ts'

const folder = join(projectFolder, '.local', 'e2e')
const closing = createClosing()
const print = (line: string): void => console.log(line)

const listed = (title: string, lines: readonly string[]): void => {
  if (lines.length === 0) return
  print(`\n${title}`)
  for (const line of lines) print(`  – ${line}`)
}

const runWith = async ({ destination, tell }: Options): Promise<number> => {
  const from = performance.now()
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const target = await openTarget(destination, folder, closing)
  const callback = await startCallback(destination.kind === 'aws' ? destination.callbackPort : 0)
  closing.add(() => callback.close())
  const callbackUrl = destination.kind === 'aws' ? destination.callbackUrl : callback.url
  const checklist = createChecklist(print)
  const telling = tell ? tellTo(print, false) : silentTelling
  await playEndToEnd({ target, callback, callbackUrl, checklist, tell: telling, folder })
  listed('stands in:', target.standsIn)
  listed('worked around:', target.workarounds)
  listed('no longer worked around, since it does it now:', target.mended)
  print(
    `\n${checklist.passed} passed, ${checklist.failed} failed in ${Math.round((performance.now() - from) / 1_000)} s`,
  )
  if (checklist.failed > 0) print(`what the commands and the emulator printed: ${folder}`)
  return checklist.failed === 0 ? 0 : 1
}

const failedWith = (error: unknown): number => {
  if (error instanceof NothingToDeployToError) {
    print(`e2e skipped: ${error.message}`)
    return 0
  }
  console.error(error instanceof OptionsError ? error.message : error)
  return 1
}

const endWith = async (code: number): Promise<never> => {
  await closing.closeAll()
  killChildren()
  process.exit(code)
}

process.once('SIGINT', () => void endWith(130))
process.once('SIGTERM', () => void endWith(143))
process.once('exit', killChildren)
if (process.argv.includes('--help')) {
  print(usage)
  process.exit(0)
}
const run = async () => runWith(readOptions(process.argv.slice(2), process.env))
await endWith(await run().catch(failedWith))
