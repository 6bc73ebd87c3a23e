import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { readPassages } from '#shared/knowledge/compile.ts'
import { documentOf } from '#shared/knowledge/section-document.ts'
import type { ConsoleSettings } from '../console/console-settings.ts'
import { s3ArticleFiles } from './articles/s3-article-files.ts'
import { uploadArticles } from './articles/upload-articles.ts'
import { layGroundwork } from './checks/examine.ts'
import { runCdk } from './command/cdk-command.ts'
import { destinationOf } from './command/destination.ts'
import { destinationOptions, takeOptions } from './command/options.ts'
import { runCommand } from './command/run-command.ts'
import { readSurroundings } from './command/surroundings.ts'
import { openTerminal } from './command/terminal.ts'
import { buildAndUpload } from './console/build-and-upload.ts'
import { s3ConsoleFiles } from './console/s3-console-files.ts'
import { deployStack } from './deploy-stack.ts'

const usage = `npm run deploy -- [options]     bootstraps and deploys, asks nothing, then says what is left to do
  -c name=value       config=FILE, stage=NAME (a second deployment beside the first), callbackUrl=URL
  --profile NAME      the AWS profile to use
  --no-bootstrap      leaves the account's bootstrap alone, where somebody else looks after it
  --outputs-file FILE also keeps the stack's outputs, as JSON
Anything else is handed to "cdk deploy".`

const kinds = {
  ...destinationOptions,
  'no-bootstrap': 'flag',
  'outputs-file': 'value',
  help: 'flag',
} as const

const documentsIn = (folder: string) => readPassages(folder).map(documentOf)

await runCommand(async (words) => {
  const { values, rest } = takeOptions(words, kinds)
  const terminal = openTerminal()
  if (values.help) {
    terminal.say(usage)
    return 0
  }
  const destination = destinationOf({ values, rest })
  const folder = mkdtempSync(join(tmpdir(), 'baton-outputs-'))
  const outputsFile = values['outputs-file']?.[0] ?? join(folder, 'outputs.json')
  const readOutputs = () => (existsSync(outputsFile) ? JSON.parse(readFileSync(outputsFile, 'utf8')) : {})
  const bootstrap = !values['no-bootstrap']
  try {
    const groundwork = await layGroundwork(await readSurroundings(destination))
    const region = groundwork.cloud?.region ?? ''
    const uploadTo = (bucket: string, articles: string) =>
      uploadArticles(s3ArticleFiles(region, bucket), documentsIn(resolve(dirname(destination.configPath), articles)))
    const uploadConsoleTo = (bucket: string, settings: ConsoleSettings) =>
      buildAndUpload(s3ConsoleFiles(region, bucket), settings)
    const uploads = { uploadTo, uploadConsoleTo }
    return await deployStack(
      { destination, terminal, bootstrap, cdkWords: rest, runCdk, outputsFile, readOutputs, ...uploads },
      groundwork,
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
