import { CommandError } from './deploy/command/errors.ts'
import { takeAll } from './deploy/command/options.ts'
import { runCommand } from './deploy/command/run-command.ts'
import { DocumentError, isLoss } from './import/draft.ts'
import { languageTag, webAddress } from './import/fields.ts'
import { findingLines, importJson, summaryLine } from './import/report-import.ts'
import { type ImportOptions, runImport } from './import/run-import.ts'

const usage = `npm run import-knowledge -- --from SOURCE [--to FOLDER] [options]
npm run import-knowledge                                    only looks at the articles that are there

SOURCE is one of
  a folder          of Markdown and HTML files
  a sitemap.xml     its pages saved below --pages, such as by wget --mirror; nothing is fetched
  a .csv or .tsv    with the columns question and answer; also topic, language, url, updated, variants

  --to FOLDER         the knowledge folder (default knowledge)
  --base-url URL      where the articles are published, for those that do not say it
  --language TAG      of articles that neither say it nor show it
  --pages FOLDER      where a sitemap's pages were saved (default its own folder)
  --stale-months N    articles not revised for so long are told (default 18)
  --force             overwrites what was edited by hand
  --dry-run           tells everything, writes nothing
  --json              the report as JSON on standard output

Standard error: what was not imported, and what to look at: stale, duplicate, short or contradictory articles.
Exit code 0: everything was imported; 1: something was not; 2: nothing was, as the command or the source is wrong.`

const kinds = {
  from: 'value',
  to: 'value',
  'base-url': 'value',
  language: 'value',
  pages: 'value',
  'stale-months': 'value',
  force: 'flag',
  'dry-run': 'flag',
  json: 'flag',
  help: 'flag',
} as const

type Values = ReturnType<typeof takeAll>

const optionsOf = (values: Values): ImportOptions => {
  const one = (name: keyof typeof kinds): string | undefined => values[name]?.at(-1)
  const [baseUrl, language, months] = [one('base-url'), one('language'), Number(one('stale-months') ?? 18)]
  const address = webAddress(baseUrl)
  if (baseUrl !== undefined && address === undefined)
    throw new CommandError(`--base-url ${baseUrl} is not allowed: must be an absolute http(s) URL`)
  if (language !== undefined && languageTag(language) === undefined)
    throw new CommandError(`--language ${language} is not allowed: must be a language tag such as en or pt-BR`)
  if (!Number.isInteger(months) || months < 1)
    throw new CommandError(`--stale-months ${one('stale-months')} is not allowed: must be a whole number from 1 on`)
  return {
    from: one('from'),
    to: one('to') ?? 'knowledge',
    pages: one('pages'),
    baseUrl: address?.replace(/\/?$/, '/'),
    language: languageTag(language),
    today: new Date().toISOString().slice(0, 10),
    staleMonths: months,
    force: values.force !== undefined,
    dryRun: values['dry-run'] !== undefined,
  }
}

const imported = (values: Values): number => {
  const options = optionsOf(values)
  const result = runImport(options)
  for (const line of findingLines(result)) console.error(line)
  console.log(values.json ? importJson(result, options.dryRun) : summaryLine(result, options.dryRun))
  return result.findings.some(isLoss) ? 1 : 0
}

await runCommand(async (words) => {
  try {
    const values = takeAll(words, kinds)
    if (!values.help) return imported(values)
    console.log(usage)
    return 0
  } catch (error) {
    if (!(error instanceof CommandError || error instanceof DocumentError)) throw error
    console.error(error.message)
    return 2
  }
})
