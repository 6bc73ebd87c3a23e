/** What a page of ours may do, whoever serves it. Nothing is written into a page, nothing is framed, nothing is fetched elsewhere. */
export const contentSecurityPolicy = (connectTo: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...connectTo].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')

/** No features, and no window of another site holds on to ours. */
export const otherHeaders: Readonly<Record<string, string>> = {
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

export const pageHeaders = (connectTo: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(connectTo),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  ...otherHeaders,
})

/** Names below it say what is in the files; all others may be another file tomorrow. */
export const lastingFolder = 'assets/'
export const cacheControlOf = (file: string): string =>
  file.startsWith(lastingFolder) ? 'public, max-age=31536000, immutable' : 'no-cache'

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
}

export const contentTypeOf = (file: string): string => types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
