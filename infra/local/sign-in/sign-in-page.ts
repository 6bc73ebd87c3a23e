import { createHash } from 'node:crypto'
import type { LocalAgent } from '../desk/agents.ts'

const style =
  ':root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:30rem;margin:3rem auto;padding:0 1rem}' +
  'li{margin:.25rem 0}small{opacity:.8}'

/** The one style, by its hash; no script at all. */
export const signInPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** Who may be signed in as: no password, since nobody outside of this machine reaches the page. */
export const signInPage = (
  agents: readonly LocalAgent[],
  teamName: (id: string) => string,
  addressFor: (agentId: string) => string,
): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign in to the local cloud</title><style>${style}</style></head>
<body><h1>Sign in as</h1><p>This stands in for your company’s own sign-in. There are no passwords here.</p><ul>
${agents
  .map(
    ({ id, name, groups }) =>
      `<li><a href="${escaped(addressFor(id))}">${escaped(name)}</a> <small>${escaped(groups.map(teamName).join(', '))}</small></li>`,
  )
  .join('\n')}
</ul></body></html>
`
