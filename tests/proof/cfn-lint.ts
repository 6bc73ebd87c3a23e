import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { takeAll } from '#infra/deploy/command/options.ts'
import { runCommand } from '#infra/deploy/command/run-command.ts'
import { synthesize } from '#infra/synth.ts'
import { everyCompany, sampleTemplate, twentyTeams } from '#tests/infra/sample-stack.ts'
import { findingsIn, told, type Verdict, verdictOn } from './cfn-lint-verdict.ts'
import { pythonTools } from './python-tools.ts'

const pinned = 'cfn-lint==1.58.0'

/** A rule may hold a resource to be unknown in a region, so ask of two. */
const regions = ['us-east-1', 'eu-central-1']

const run = promisify(execFile)

/** Writes every kind of template that the stack can become, and gives back their files. */
const writeTemplates = async (folder: string): Promise<readonly string[]> => {
  const { template } = await synthesize({ outdir: join(folder, 'cdk.out'), buildFolder: join(folder, 'bundles') })
  const samples = [...everyCompany, ['one with twenty teams', twentyTeams] as const].map(
    ([name, sections]) => [name, sampleTemplate(sections).toJSON()] as const,
  )
  return [['the company', template] as const, ...samples].map(([name, content]) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.template.json`)
    writeFileSync(file, JSON.stringify(content))
    return file
  })
}

/** cfn-lint ends with a status of its own where it finds something, and still says what. */
const lint = async (command: string, files: readonly string[]): Promise<Verdict> => {
  const words = ['--format', 'json', '--regions', ...regions, '--', ...files]
  const { stdout } = await run(command, words, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (failure: { readonly stdout?: string; readonly message: string }) => {
      if (failure.stdout?.startsWith('[')) return { stdout: failure.stdout }
      throw new Error(`cfn-lint did not run: ${failure.message}`)
    },
  )
  return verdictOn(findingsIn(stdout))
}

const usage = `npm run lint:cfn    holds every kind of template that the stack can become to cfn-lint
Exit code 1 if it finds anything.`

await runCommand(async (words) => {
  if (takeAll(words, { help: 'flag' }).help) {
    console.log(usage)
    return 0
  }
  const folder = mkdtempSync(join(tmpdir(), 'baton-cfn-lint-'))
  try {
    const tools = await pythonTools([pinned])
    if (tools) {
      const files = await writeTemplates(folder)
      const verdict = await lint(tools.bin('cfn-lint'), files)
      console.log(`${pinned}: ${files.length} templates, regions ${regions.join(', ')}`)
      for (const line of told(verdict)) console.log(line)
      if (verdict.faults.length > 0 || verdict.unused.length > 0) return 1
    } else console.log('cfn-lint skipped: no Python to run it with')
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
