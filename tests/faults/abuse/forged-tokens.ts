import { constants, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { type OpenForge, type Part, part, signedAs } from './token-forge.ts'

/** What a request shows instead of a good token: headers, and what its query is given. */
export interface Forged {
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  readonly query?: string
}

type Attack = (forge: OpenForge) => string

const now = () => Math.floor(Date.now() / 1_000)
const attackerKeys = 'http://127.0.0.1:9/jwks.json'

const withoutSignature = ({ header, claims }: OpenForge, alg: unknown): string =>
  `${part({ ...header, alg })}.${part(claims)}.`
const parts = ({ good }: OpenForge): readonly [string, string, string] => {
  const [header = '', claims = '', signature = ''] = good.split('.')
  return [header, claims, signature]
}
const pem = ({ publicKey }: OpenForge, type: 'spki' | 'pkcs1' = 'spki') => publicKey.export({ type, format: 'pem' })
const without = (name: string, { [name]: _, ...rest }: Part): Part => rest
const payload = (forge: OpenForge, text: string): string => {
  const signed = `${part(forge.header)}.${part(text)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), forge.issuerKey).toString('base64url')}`
}
const elliptic = (forge: OpenForge): string => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const text = `${part({ ...forge.header, alg: 'ES256', jwk: createPublicKey(privateKey).export({ format: 'jwk' }) })}.${part(forge.claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

const noSignature: Readonly<Record<string, Attack>> = {
  ...Object.fromEntries(
    ['none', 'None', 'NONE', 'nOnE', 'none ', '', null, ['none'], {}].map((alg) => [
      `alg ${JSON.stringify(alg)} and no signature`,
      (forge: OpenForge) => withoutSignature(forge, alg),
    ]),
  ),
  'no alg at all': ({ header, claims }) => `${part(without('alg', header))}.${part(claims)}.`,
  'alg none, with the signature of a good one': (forge) => withoutSignature(forge, 'none') + parts(forge)[2],
  'the signature cut off': (forge) => parts(forge).slice(0, 2).join('.'),
  'an empty signature': (forge) => `${parts(forge).slice(0, 2).join('.')}.`,
  'half a signature': (forge) => forge.good.slice(0, -100),
  'a signature of zeros': (forge) => `${parts(forge).slice(0, 2).join('.')}.${Buffer.alloc(256).toString('base64url')}`,
  'the signature of other claims': (forge) =>
    `${forge.issued({ sub: 'x' }).split('.').slice(0, 2).join('.')}.${parts(forge)[2]}`,
  'claims changed after signing': (forge) => {
    const [header, , signature] = parts(forge)
    return `${header}.${part({ ...forge.claims, 'cognito:groups': ['admin', 'supervisor'] })}.${signature}`
  },
}

const otherKeys: Readonly<Record<string, Attack>> = {
  "a stranger's key under our key's name": ({ strange }) => strange(),
  "a stranger's key under its own name": ({ strange }) => strange({ kid: 'stranger' }),
  "a stranger's key in the token": ({ strange, strangeKey }) =>
    strange({ jwk: createPublicKey(strangeKey).export({ format: 'jwk' }) }),
  "a stranger's key in the token, and no name": ({ strange, strangeKey }) =>
    strange({ jwk: createPublicKey(strangeKey).export({ format: 'jwk' }), kid: undefined }),
  'a link to keys': ({ strange }) => strange({ jku: attackerKeys }),
  'a link to a certificate': ({ strange }) => strange({ x5u: attackerKeys, x5c: ['MIIB'], x5t: 'x' }),
  'the public key for a secret': (forge) => forge.hashed(pem(forge), 256),
  'the public key for a secret, without its last line break': (forge) => forge.hashed(String(pem(forge)).trim(), 256),
  'the public key in its older form for a secret': (forge) => forge.hashed(pem(forge, 'pkcs1'), 384),
  'the public key’s bytes for a secret': (forge) =>
    forge.hashed(forge.publicKey.export({ type: 'spki', format: 'der' }), 512),
  'the published key as JSON for a secret': (forge) =>
    forge.hashed(JSON.stringify(forge.publicKey.export({ format: 'jwk' })), 256),
  'nothing for a secret': ({ hashed }) => hashed('', 256),
  'a guessed secret': ({ hashed }) => hashed('secret', 256),
  'a key of another kind': elliptic,
  ...Object.fromEntries(
    [
      '',
      '../../../../dev/null',
      '/proc/self/environ',
      "x' UNION SELECT 'key",
      attackerKeys,
      ['kid'],
      { a: 1 },
      7,
      null,
    ].map((kid) => [`kid ${JSON.stringify(kid)}`, (forge: OpenForge) => forge.hashed(Buffer.alloc(0), 256, { kid })]),
  ),
  'our own key under no name': ({ issued }) => issued({}, { kid: undefined }),
  'our own key under another name': ({ issued }) => issued({}, { kid: '../keys' }),
  'our own key under RS384': ({ issuerKey, header, claims }) =>
    signedAs(issuerKey, { ...header, alg: 'RS384' }, claims, 'RSA-SHA384'),
  'our own key under PS256': ({ issuerKey, header, claims }) =>
    signedAs(issuerKey, { ...header, alg: 'PS256' }, claims, 'RSA-SHA256', constants.RSA_PKCS1_PSS_PADDING),
  'a rule that nobody knows': ({ issued }) => issued({}, { crit: ['x-unknown'], 'x-unknown': 1 }),
  'a payload said not to be encoded': ({ issued }) => issued({}, { crit: ['b64'], b64: false }),
}

const wrongClaims: Readonly<Record<string, Attack>> = {
  'another issuer': ({ issued }) => issued({ iss: 'https://evil.example.com' }),
  'an issuer that begins like ours': ({ issued, claims }) => issued({ iss: `${claims.iss}/` }),
  'no issuer': ({ issued }) => issued({ iss: undefined }),
  'a list of issuers': ({ issued, claims }) => issued({ iss: [claims.iss, 'evil'] }),
  'another audience': ({ issued }) => issued({ aud: 'another-client' }),
  'no audience': ({ issued }) => issued({ aud: undefined }),
  'a list of other audiences': ({ issued }) => issued({ aud: ['a', 'b'] }),
  'an audience that is an object': ({ issued, claims }) => issued({ aud: { [String(claims.aud)]: true } }),
  'our client beside another audience': ({ issued, claims }) => issued({ aud: 'another', client_id: claims.aud }),
  'the client of somebody else': ({ issued }) => issued({ aud: undefined, client_id: 'another-client' }),
  'an end that is past': ({ issued }) => issued({ exp: now() - 1 }),
  'an end long past': ({ issued }) => issued({ exp: 1 }),
  'no end': ({ issued }) => issued({ exp: undefined }),
  'an end in words': ({ issued }) => issued({ exp: '9999999999' }),
  'an end that is nothing': ({ issued }) => issued({ exp: null }),
  'a beginning to come': ({ issued }) => issued({ nbf: now() + 3_600 }),
  'a beginning in words': ({ issued }) => issued({ nbf: 'yesterday' }),
  'a time of issue to come': ({ issued }) => issued({ iat: now() + 3_600 }),
  'a time of issue in words': ({ issued }) => issued({ iat: 'yesterday' }),
  'another issuer said twice': (forge) =>
    payload(forge, `${JSON.stringify(forge.claims).slice(0, -1)},"iss":"https://evil.example.com"}`),
  'a refresh token': ({ issued }) => issued({ token_use: 'refresh' }),
  'a token for no use': ({ issued }) => issued({ token_use: undefined }),
  'a token for two uses': ({ issued }) => issued({ token_use: ['id', 'access'] }),
  'no subject': ({ issued }) => issued({ sub: undefined }),
  'an empty subject': ({ issued }) => issued({ sub: '' }),
  'a subject with a separator of our keys': ({ issued }) => issued({ sub: 'care-1#STATE' }),
  'a subject with a line break': ({ issued }) => issued({ sub: 'care-1\nadmin' }),
}

const notTokens: Readonly<Record<string, Attack>> = {
  nothing: () => '',
  'a word': () => 'admin',
  'dots alone': () => '..',
  'one part too many': (forge) => `${forge.good}.x`,
  'five parts': (forge) => `${parts(forge).join('.')}.${parts(forge)[0]}.${parts(forge)[1]}`,
  'a token in a token': (forge) => payload(forge, forge.good),
  'a list for claims': (forge) => payload(forge, '[]'),
  'null for claims': (forge) => payload(forge, 'null'),
  'claims that are no JSON': (forge) => payload(forge, '{'),
  'a header that is no JSON': (forge) => `${part('{')}.${parts(forge)[1]}.${parts(forge)[2]}`,
  'padding behind its claims': (forge) =>
    parts(forge)
      .with(1, `${parts(forge)[1]}==`)
      .join('.'),
  'a space inside': (forge) => forge.good.replace('.', ' .'),
  'the letters of another case': (forge) => forge.good.toUpperCase(),
  'eleven kilobytes of claims': (forge) => forge.strange({}, { filling: 'x'.repeat(8_000) }),
  'twenty kilobytes': () => 'x'.repeat(20_000),
}

/** Where no token belongs, a good one is none; and what only the API itself may say is not believed of a header. */
const otherPlaces = ({ good }: OpenForge): Readonly<Record<string, Forged>> => ({
  'in the query': { headers: {}, query: `access_token=${good}` },
  'in the query, by the header’s name': { headers: {}, query: `authorization=Bearer%20${good}` },
  'in a cookie': { headers: { cookie: `authorization=${good}; access_token=${good}` } },
  'in a header of its own': {
    headers: { 'x-authorization': good, 'x-access-token': good, 'proxy-authorization': good },
  },
  'as a password': { headers: { authorization: `Basic ${Buffer.from(`agent:${good}`).toString('base64')}` } },
  'as a claim of the API': {
    headers: {
      'x-amzn-oidc-data': good,
      'x-amzn-oidc-identity': 'admin',
      'x-apigateway-event': JSON.stringify({ requestContext: { authorizer: { jwt: { claims: { sub: 'admin' } } } } }),
      'x-amzn-request-context': JSON.stringify({ authorizer: { jwt: { claims: { 'cognito:groups': '[admin]' } } } }),
      'x-forwarded-user': 'admin',
    },
  },
})

/** Everything that shall not be let in, by what is wrong with it. */
export const forgedTokens = (forge: OpenForge): Readonly<Record<string, Forged>> => {
  const attacks = { ...noSignature, ...otherKeys, ...wrongClaims, ...notTokens }
  const shown = Object.entries(attacks).map(([name, attack]): [string, Forged] => [
    name,
    { headers: { authorization: `Bearer ${attack(forge)}` } },
  ])
  return {
    'no token': { headers: {} },
    ...Object.fromEntries(shown),
    'two of them': { headers: { authorization: [`Bearer ${forge.strange()}`, `Bearer ${forge.strange()}`] } },
    ...otherPlaces(forge),
  }
}
