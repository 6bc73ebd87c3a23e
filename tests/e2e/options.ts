/** Where the run deploys to. Anything but a real account is the default; that one has to be asked for by name. */
export type Destination =
  | { readonly kind: 'ministack' }
  | { readonly kind: 'endpoint'; readonly url: string }
  | { readonly kind: 'aws'; readonly callbackUrl: string; readonly callbackPort: number }

export interface Options {
  readonly destination: Destination
  /** Tells the journeys word for word, as the demo does. */
  readonly tell: boolean
}

export class OptionsError extends Error {
  override readonly name = 'OptionsError'
}

export const usage = `npm run e2e                          deploys to ministack, started on this machine
AWS_ENDPOINT_URL=… npm run e2e       deploys to the AWS-compatible endpoint given
npm run e2e -- --real --callback https://… [--callback-port 8787]
                                     deploys to the account of your credentials, as the stack Baton-e2e, and costs money;
                                     --callback is a public address that leads to 127.0.0.1:<callback port>
npm run e2e -- --tell                tells every journey word for word`

const standardCallbackPort = 8787

const readPort = (text: string | undefined): number => {
  const port = text === undefined ? standardCallbackPort : Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new OptionsError(`--callback-port: must be a port, not ${text}`)
  return port
}

const readUrl = (name: string, text: string): URL => {
  if (!URL.canParse(text)) throw new OptionsError(`${name}: must be a URL, not ${text}`)
  return new URL(text)
}

const realAccount = (endpoint: string | undefined, callback: string | undefined, port: string | undefined) => {
  if (endpoint) throw new OptionsError('--real: unset AWS_ENDPOINT_URL, or leave --real out')
  if (!callback) throw new OptionsError('--real: needs --callback https://…, where AWS reaches this machine')
  if (readUrl('--callback', callback).protocol !== 'https:')
    throw new OptionsError(`--callback: must begin with https://, not ${callback}`)
  return { kind: 'aws' as const, callbackUrl: callback, callbackPort: readPort(port) }
}

const emulator = (endpoint: string | undefined): Destination => {
  if (!endpoint) return { kind: 'ministack' }
  // AWS itself must never be reached by an environment variable that somebody forgot.
  if (/(^|\.)amazonaws\.com(\.cn)?$/.test(readUrl('AWS_ENDPOINT_URL', endpoint).hostname))
    throw new OptionsError('AWS_ENDPOINT_URL is AWS itself: a real account needs --real')
  return { kind: 'endpoint', url: endpoint.replace(/\/$/, '') }
}

/** @throws OptionsError with one line for whoever started the run */
export const readOptions = (
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Options => {
  const given = new Map<string, string>()
  const flags = new Set<string>()
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? ''
    if (arg === '--callback' || arg === '--callback-port') given.set(arg, args[++index] ?? '')
    else if (arg === '--real' || arg === '--tell') flags.add(arg)
    else throw new OptionsError(`${arg} is no option\n${usage}`)
  }
  const endpoint = environment.AWS_ENDPOINT_URL || undefined
  if (!flags.has('--real') && given.size > 0) throw new OptionsError('--callback and --callback-port go with --real')
  return {
    destination: flags.has('--real')
      ? realAccount(endpoint, given.get('--callback'), given.get('--callback-port'))
      : emulator(endpoint),
    tell: flags.has('--tell'),
  }
}
