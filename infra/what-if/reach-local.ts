import { CommandError } from '../deploy/command/errors.ts'
import type { OperatorAccess } from '../local/desk/cloud.ts'

/** Has this process speak to the running local cloud as its operator, and answers the table's name. @throws {CommandError} */
export const reachLocal = async (port: number): Promise<string> => {
  const response = await fetch(`http://127.0.0.1:${port}/_local/operator`).catch(() => undefined)
  if (!response?.ok) throw new CommandError(`no local cloud on port ${port}: npm start first`)
  const { endpoint, region, credentials, table } = (await response.json()) as OperatorAccess & {
    readonly table: string
  }
  delete process.env.AWS_PROFILE
  Object.assign(process.env, {
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
  })
  return table
}
