/** Variables that are keys: with them in the environment the AWS CLI and the CDK command look no further. */
const keys = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * One environment for everybody. Given both keys and a profile, the SDK takes the profile and the CDK command the keys:
 * the doctor would look at one account and the deployment go to another. As with the AWS CLI, a profile that was asked
 * for beats keys, and keys beat a profile that merely stands in the environment.
 */
export const agreedEnvironment = (environment: Environment, profile: string | undefined): Environment => {
  if (profile) return { ...without(environment, keys), AWS_PROFILE: profile }
  const hasKeys = environment.AWS_ACCESS_KEY_ID && environment.AWS_SECRET_ACCESS_KEY
  return hasKeys ? without(environment, ['AWS_PROFILE']) : environment
}

const without = (environment: Environment, names: readonly string[]): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)))

/** Makes this process's environment the agreed one, for the clients that read it. */
export const settleEnvironment = (agreed: Environment): void => {
  for (const name of Object.keys(process.env)) if (agreed[name] === undefined) delete process.env[name]
  Object.assign(process.env, agreed)
}
