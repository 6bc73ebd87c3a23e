import type { IncomingMessage } from 'node:http'
import { Webhook } from 'standardwebhooks'
import type { ChannelSecrets } from '../channel/channel.ts'
import { internet, type Network, publicAddresses, unlessAborted } from '../channel/media/fetch-pinned.ts'
import { addressIn, isOnThisMachine } from '../config/public-address.ts'
import { errorName } from '../log/error-name.ts'
import { answerLimitBytes, failed, type ToolAnswer } from './tool.ts'
import { mayPass } from './tool-called.ts'

export interface SignedPost {
  /** `webhook-id`: the same for the same question, however often it is asked. */
  readonly id: string
  readonly url: string
  readonly bodyAt: (at: Date) => string
}

export interface SignedOptions {
  readonly clock: () => number
  readonly network?: Network
}

/** Redirects are not followed: they are no answer. */
const readAnswer = async (response: IncomingMessage): Promise<ToolAnswer> => {
  const { statusCode = 0 } = response
  if (statusCode < 200 || statusCode >= 300) {
    response.destroy()
    return failed(`answered ${statusCode}`, mayPass(statusCode))
  }
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    bytes += chunk.byteLength
    // Leaving the loop closes the connection.
    if (bytes > answerLimitBytes) return failed('answered too much')
    chunks.push(chunk)
  }
  return { kind: 'answered', text: Buffer.concat(chunks).toString('utf8') }
}

/**
 * Posts to a URL that the company declared, signed as Standard Webhooks with every active secret. As a callback, it may
 * be on this machine when it says so; else what its name stands for has to be public at the moment of the connection.
 * Never throws.
 */
export const fetchSigned =
  ({ clock, network = internet }: SignedOptions) =>
  async (
    secrets: ChannelSecrets | undefined,
    { id, url: target, bodyAt }: SignedPost,
    timeoutMs: number,
  ): Promise<ToolAnswer> => {
    const signal = AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs)))
    const post = async (): Promise<ToolAnswer> => {
      const active = (await unlessAborted(Promise.resolve(secrets?.read()), signal))?.signing ?? []
      // Unsigned, it would teach the endpoint to do without.
      if (active.length === 0) return failed('has no signing secret')
      const [url, at] = [new URL(target), new Date(clock())]
      const body = bodyAt(at)
      const headers = {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(body)),
        'accept-encoding': 'identity',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': active.map((secret) => new Webhook(secret).sign(id, at, body)).join(' '),
      }
      const resolving = isOnThisMachine(url)
        ? network.resolve(addressIn(url) ?? url.hostname)
        : publicAddresses(url, network)
      const addresses = await unlessAborted(resolving, signal)
      if (!addresses) return failed('is not at a public address')
      return readAnswer(await network.open(url, addresses, { method: 'POST', headers, body, signal }))
    }
    try {
      return await unlessAborted(post(), signal)
    } catch (error) {
      return failed(signal.aborted ? 'took too long' : errorName(error), true)
    }
  }
