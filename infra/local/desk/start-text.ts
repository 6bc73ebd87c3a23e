import type { Ready } from './ready.ts'

export interface StartFacts {
  readonly seconds: number
  readonly callbackUrl?: string
  readonly dataFolder?: string
  readonly bedrock: boolean
}

/** A webhook signed with nothing but a shell, for whoever wants to see the wire. */
const curlCommand = ({ webhookUrl, webhookSecret }: Ready): string => {
  const key = Buffer.from(webhookSecret.replace('whsec_', ''), 'base64').toString('hex')
  const body = `{"type":"message.created","timestamp":"'$(date -u +%FT%TZ)'","data":{"conversation":{"id":"c-2"},"sender":{"id":"u-2"},"message":{"id":"'$id'","text":"How do I return a lamp?"}}}`
  return [
    `  id=m-$(date +%s%N); at=$(date +%s); body='${body}'`,
    `  curl -i ${webhookUrl} -H 'content-type: application/json' -H "webhook-id: $id" -H "webhook-timestamp: $at" \\`,
    `    -H "webhook-signature: v1,$(printf '%s' "$id.$at.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:${key} -binary | base64)" \\`,
    `    -d "$body"`,
  ].join('\n')
}

const agentCommands = ({ url, teams, tokens }: Ready): string => {
  const [team = 'care'] = teams
  return [
    `  TOKEN=${tokens[`${team}-1`]}`,
    `  curl ${url}/teams/${team}/line -H "authorization: Bearer $TOKEN"`,
    `  curl -X POST ${url}/teams/${team}/claim -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' -d '{"claimId":"'$(date +%s%N)'"}'`,
  ].join('\n')
}

/** The provider's end of each, for whoever plays it themselves: its secrets are in /_local/ready. */
const channelLines = ({ channels }: Ready): string =>
  Object.entries(channels)
    .map(([name, { providerUrl }]) => `  ${name.padEnd(9)} played at ${providerUrl}\n`)
    .join('')

const channelCommands = ({ url, channels }: Ready, say: string): string => {
  const [name] = Object.keys(channels)
  if (name === undefined) return ''
  return `The same on a channel that is played here, and how its provider answers next (busy, refuses, unheard, fails):
  ${say}--channel ${name} "How do I return a lamp?"
  curl ${url}/_local/provider -d '{"channel":"${name}","next":[{"kind":"busy","retryAfterSeconds":5}]}'

`
}

/** What `npm start` says when everything is up: where it is, and what to try. */
export const startText = (ready: Ready, facts: StartFacts): string => {
  const port = new URL(ready.url).port
  const say = `npm run say -- ${port === '3000' ? '' : `--port ${port} `}`
  return `
Baton is up at ${ready.url} after ${facts.seconds.toFixed(1)} s. Ctrl-C ends it.

  console   ${ready.url}/console for the agents: sign in as anybody
  model     ${facts.bedrock ? 'Amazon Bedrock, with your credentials' : 'a stand-in that quotes the knowledge folder; --bedrock uses the real one'}
  replies   ${facts.callbackUrl ?? 'shown here; --callback URL posts them, signed'}
${channelLines(ready)}  state     ${facts.dataFolder ?? 'gone at the end; --data DIR keeps it'}

Write as a customer and see the answer:
  ${say}"How do I return a lamp?"
  ${say}"Where is my order 1042?"
  ${say}"Can I talk to a person?"

The same by hand, a signed webhook:
${curlCommand(ready)}

${channelCommands(ready, say)}Look at a line and take its head as an agent (others: ${Object.keys(ready.tokens).join(', ')}; GET ${ready.url}/_local/token?agent=NAME):
${agentCommands(ready)}

What happens, as it happens:
`
}
