import { ConfigError } from '#shared/config/errors.ts'
import { synthesize } from './synth.ts'

try {
  await synthesize({ validated: true })
} catch (error) {
  if (!(error instanceof ConfigError)) throw error
  for (const problem of error.problems) console.error(problem)
  process.exitCode = 1
}
