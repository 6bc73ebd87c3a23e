import { STSClient } from '@aws-sdk/client-sts'
import { operatorKeys } from './emulator-environment.ts'
import { type Keys, signRequest } from './sign-request.ts'

/** How this process reaches the cloud that was deployed to. */
export interface CloudAccess {
  readonly region: string
  /** Of an emulator; AWS itself when there is none. */
  readonly endpoint?: string
}

/** For an SDK client: an emulator is named outright, so that nothing in the environment can lead elsewhere. */
export const clientSettings = ({ region, endpoint }: CloudAccess) => ({
  region,
  ...(endpoint !== undefined && { endpoint, credentials: operatorKeys }),
})

const keysOf = async (access: CloudAccess): Promise<Keys> =>
  access.endpoint === undefined ? await new STSClient({ region: access.region }).config.credentials() : operatorKeys

/** One call of a service that speaks REST with JSON. @throws when it is not answered with success */
export const callService = async (
  access: CloudAccess,
  service: string,
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> => {
  const { region, endpoint = `https://${service}.${region}.amazonaws.com` } = access
  const text = body === undefined ? '' : JSON.stringify(body)
  const unsigned = { method, url: new URL(path, endpoint), headers: { 'content-type': 'application/json' }, body: text }
  const { host: _, ...headers } = signRequest(unsigned, await keysOf(access), { service, region, at: new Date() })
  const answer = await fetch(unsigned.url, { method, headers, ...(text !== '' && { body: text }) })
  const answered = await answer.text()
  if (!answer.ok) throw new Error(`${service} ${method} ${path}: ${answer.status} ${answered}`)
  return answered === '' ? {} : (JSON.parse(answered) as Readonly<Record<string, unknown>>)
}
