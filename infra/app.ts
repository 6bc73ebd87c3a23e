import { ConfigError } from '#shared/config/errors.ts'
import { synthesize } from './synth.ts'

try {
  const { warnings } = await synthesize({ validated: true })
  for (const warning of warnings) console.error(`warning: ${warning}`)
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  for (const problem of error.problems) console.error(problem)
  process.exitCode = 1
}
