/** An answer did not come within its time. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimitError'
}

export interface Explained {
  readonly found: string
  readonly todo: string
}

const signIn =
  'sign in again (aws sso login, or fresh keys in AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN)'

type Todo = readonly [pattern: RegExp, todo: string]

const networkTodos: readonly Todo[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'check the network and the region: its endpoint has no address'],
  [
    /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    'check the network, the proxy and AWS_ENDPOINT_URL',
  ],
  [/^(TimeoutError|TimeLimitError)$/, 'check the network and the proxy, then try again'],
]

/** By the error's code, as STS and the other services write it. */
const known: readonly Todo[] = [
  [/^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired)$/, signIn],
  [
    /^(InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|AuthFailure)$/,
    'check the keys; if they are right, the region may not be enabled in this account (Account → AWS Regions)',
  ],
  [
    /^(SignatureDoesNotMatch|InvalidSignatureException|RequestExpired|RequestTimeTooSkewed)$/,
    "check the secret key, and this machine's clock: a signature holds for a few minutes",
  ],
  [/^OptInRequired$/, 'enable the service or the region in this account'],
  [
    /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|NotAuthorized)$/,
    'use credentials that may do this, or ask whoever administers the account',
  ],
  ...networkTodos,
  [/^(Throttling|ThrottlingException|TooManyRequestsException)$/, 'try again in a minute'],
]

/** By the words of the credential providers, which have one name for all their errors. */
const credentialTodos: readonly Todo[] = [
  [/sso/i, 'sign in: aws sso login, with the profile that is used here'],
  [/multi-factor|mfa/i, 'a profile with MFA cannot ask here: export temporary keys of it first'],
  [/could not load credentials/i, 'set AWS_PROFILE (or --profile), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'],
]

export const codeOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Unknown'
  if ('code' in error && typeof error.code === 'string') return error.code
  if ('Code' in error && typeof error.Code === 'string') return error.Code
  return error.name
}

/** Whether AWS, the way to it, or the credentials for it failed, and not the program. */
export const isCloudFailure = (error: unknown): boolean =>
  error instanceof TimeLimitError ||
  (error instanceof Error &&
    ('$metadata' in error || error.name.includes('Credentials') || isNetworkCode(codeOf(error))))

const isNetworkCode = (code: string): boolean => networkTodos.some(([codes]) => codes.test(code))

const todoOf = (code: string, text: string): string => {
  const [rules, subject] = /Credentials|TokenProvider/.test(code) ? [credentialTodos, text] : [known, code]
  return rules.find(([pattern]) => pattern.test(subject))?.[1] ?? 'see what AWS says there'
}

/** What AWS answered, on one line, and what to do about it. */
export const explainFailure = (error: unknown): Explained => {
  const code = codeOf(error)
  const text = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''
  return { found: text && text !== code ? `${code}: ${text}` : code, todo: todoOf(code, text) }
}

export const isDenied = (error: unknown): boolean => /^(AccessDenied|AccessDeniedException)$/.test(codeOf(error))

/** Bounds an answer in time: looking for credentials heeds no signal and may try the metadata service for long. */
export const within = async <Answer>(milliseconds: number, what: string, answer: Promise<Answer>): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<never>((_resolve, reject) => {
    const late = () => reject(new TimeLimitError(`${what}: no answer within ${milliseconds / 1000} s`))
    timer = setTimeout(late, milliseconds)
  })
  try {
    return await Promise.race([answer, limit])
  } finally {
    clearTimeout(timer)
  }
}
