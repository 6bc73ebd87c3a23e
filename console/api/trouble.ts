/** Why a request came to nothing, told apart by what the agent can do about it. */
export type Trouble =
  | { readonly kind: 'offline' }
  | { readonly kind: 'signed-out' }
  /** The same request may succeed after so long. */
  | { readonly kind: 'busy'; readonly retryAfterSeconds: number }
  /** Somebody else has it, or it is over: `code` says which (docs/openapi.yaml). */
  | { readonly kind: 'refused'; readonly status: number; readonly code: string; readonly detail: string | undefined }

export class TroubleError extends Error {
  override readonly name = 'TroubleError'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.kind === 'refused' ? `${trouble.status} ${trouble.code}` : trouble.kind)
    this.trouble = trouble
  }
}

interface Answered {
  readonly status: number
  readonly retryAfter: string | null
  /** A problem (RFC 9457), or whatever API Gateway says. */
  readonly body: unknown
}

const usualRetrySeconds = 2

/** What an answer that is no success means. */
export const troubleOf = ({ status, retryAfter, body }: Answered): Trouble => {
  if (status === 401) return { kind: 'signed-out' }
  if (status === 429 || status === 503)
    return { kind: 'busy', retryAfterSeconds: Number(retryAfter) || usualRetrySeconds }
  const { code, detail } = Object(body) as { readonly code?: unknown; readonly detail?: unknown }
  return {
    kind: 'refused',
    status,
    code: typeof code === 'string' ? code : 'unknown',
    detail: typeof detail === 'string' ? detail : undefined,
  }
}

export const isTrouble = (error: unknown, kind: Trouble['kind']): boolean =>
  error instanceof TroubleError && error.trouble.kind === kind

/** The refusal's code; undefined for any other failure. */
export const refusalOf = (error: unknown): (Trouble & { readonly kind: 'refused' }) | undefined =>
  error instanceof TroubleError && error.trouble.kind === 'refused' ? error.trouble : undefined
