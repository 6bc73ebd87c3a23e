import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { delimiter, dirname } from 'node:path'
import { projectFolder } from '../../bundle/door-entries.ts'

const cdkPath = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk')

/** What the command is told whatever it does: it sends no usage reports, and its app runs on this very Node. */
const surroundings = () => ({
  ...process.env,
  CDK_DISABLE_CLI_TELEMETRY: 'true',
  CDK_DISABLE_VERSION_CHECK: 'true',
  PATH: [dirname(process.execPath), process.env.PATH].filter(Boolean).join(delimiter),
})

/**
 * Runs the project's own CDK command, never one that happens to be installed: a release published by accident is the
 * registry's `latest`. Resolves with its exit code.
 */
export const runCdk = (words: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [cdkPath, ...words, '--no-notices'], {
      cwd: projectFolder,
      env: surroundings(),
      stdio: 'inherit',
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })
