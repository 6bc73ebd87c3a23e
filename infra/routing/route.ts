import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ConfigError } from '#shared/config/errors.ts'
import { projectFolder } from '../bundle/door-entries.ts'
import { loadConfig } from '../load-config.ts'
import { caseText } from './case-text.ts'
import { CaseError } from './errors.ts'
import { explainCase } from './explain-case.ts'
import { readCase } from './read-case.ts'
import { possibleCases, ruleWarnings } from './rule-warnings.ts'

const usage = `npm --silent run route -- --case '{"trigger":"legal","language":"de","tier":"gold","at":"2026-12-25T09:00:00Z"}'
npm --silent run route -- --check

Says where a case goes and why: which rule is followed, which are not and why not, whether the team is there, the head
start, and where it overflows to if nobody takes it.

  --case JSON     {"trigger": one or a list, "topic"?: what a failure is about, "language"?, "channel"?, "tier"?, "value"?,
                  "attributes"?: {...}, "at"?: a time; now, if it is left out}
  --check         names the rules that can never fire; the exit code is then 1
  --config FILE   another company's configuration. Default: baton.config.ts
  --json          the same as JSON`

const options = {
  case: { type: 'string' },
  check: { type: 'boolean', default: false },
  config: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const

const run = async (words: readonly string[]): Promise<number> => {
  const { values } = parseArgs({ args: [...words], options })
  if (values.help) return say(usage)
  if (values.case === undefined && !values.check) throw new CaseError([`--case is missing\n\n${usage}`])
  const path = values.config === undefined ? resolve(projectFolder, 'baton.config.ts') : resolve(values.config)
  const { config } = await loadConfig(path)
  if (values.check) {
    const lines = ruleWarnings(config, path)
    say(values.json ? JSON.stringify(lines) : lines.join('\n') || 'every rule can fire')
    return Math.min(lines.length, 1)
  }
  const now = new Date()
  const explained = explainCase(readCase(values.case ?? '', possibleCases(config, path), now), config)
  return say(values.json ? JSON.stringify(explained, null, 2) : caseText(explained))
}

const say = (text: string): number => {
  console.log(text)
  return 0
}

const linesOf = (error: unknown): string => {
  if (error instanceof ConfigError || error instanceof CaseError) return error.problems.join('\n')
  return error instanceof Error ? error.message : String(error)
}

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  console.error(linesOf(error))
  process.exitCode = 1
}
