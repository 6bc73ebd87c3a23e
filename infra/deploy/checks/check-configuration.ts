import { ConfigError } from '#shared/config/errors.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

export interface ConfigurationFound {
  readonly verdicts: readonly Verdict[]
  readonly deployed: DeployedConfig | undefined
}

const check = 'configuration'

const sampleHost = /(^|\.)example\.(com|org|net)$/

/** Reads the whole configuration as the synthesis will; each problem is a verdict of its own. */
export const checkConfiguration = async (
  path: string,
  load: () => Promise<DeployedConfig>,
): Promise<ConfigurationFound> => {
  try {
    const deployed = await load()
    return { deployed, verdicts: [good(check, summary(path, deployed)), ...samples(deployed)] }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return { deployed: undefined, verdicts: error.problems.map((problem) => bad(check, problem, `edit ${path}`)) }
  }
}

const summary = (path: string, { config, version }: DeployedConfig): string => {
  const teams = Object.keys(config.teams)
  const counted = teams.length === 1 ? '1 team' : `${teams.length} teams`
  return `${path}: ${config.company.name}, ${counted} (${teams.join(', ')}), version ${version}`
}

/** The sample company's callback goes nowhere: every reply to a customer would be tried for hours and given up on. */
const samples = ({ config }: DeployedConfig): readonly Verdict[] => {
  const url = config.channels.standard?.callbackUrl
  if (!url || !sampleHost.test(new URL(url).hostname)) return []
  return [open(check, `replies go to ${url}, an example that nobody receives`, 'set channels.standard.callbackUrl')]
}
