import { describe, expect, test } from 'vitest'
import { NotAnAgentError } from '#shared/lambda/errors.ts'
import { readAgent } from '#shared/lambda/read-agent.ts'
import { tokenOf } from '#tests/support/agent-event.ts'
import { testConfig } from '#tests/support/test-config.ts'

const config = testConfig()
const withTeams = (claim: unknown) => readAgent({ ...tokenOf('cleo', []), 'cognito:groups': claim }, config)

test('takes id, name and teams from the token', () => {
  const agent = readAgent(tokenOf('cleo', ['care', 'billing'], 'Cleo'), config)

  expect(agent).toEqual({ id: 'cleo', name: 'Cleo', teams: ['care', 'billing'], supervisor: false, admin: false })
})

describe('the teams claim', () => {
  test.each([
    ['one team', '[care]', ['care']],
    ['two teams', '[care billing]', ['care', 'billing']],
    ['a team among groups of others', '[us-east-1_AbC_Google care]', ['care']],
    ['groups of others alone', '[everyone staff]', []],
  ])('gives exactly the teams of the configuration: %s', (_, claim, teams) => {
    expect(withTeams(claim).teams).toEqual(teams)
  })

  test.each([
    ['missing', undefined],
    ['empty text', ''],
    ['an empty list', '[]'],
    ['a list of nothing', '[ ]'],
    ['a wildcard', '*'],
    ['a wildcard in a list', '[*]'],
    ['a wildcard next to a team', '[care *]'],
    ['a team doubled', '[care care]'],
    ['a group whose name holds a team, which doubles it', '[care x care]'],
    ['not a list', 'care'],
    ['a list by commas', '[care,billing]'],
    ['a list by semicolons', '[care;billing]'],
    ['a list in JSON', '["care"]'],
    ['a list in a list', '[[care] billing]'],
    ['two lists', '[care] [billing]'],
    ['two spaces', '[care  billing]'],
    ['a tabulator', '[care\tbilling]'],
    ['a line break', '[care\nbilling]'],
    ['a space before', ' [care]'],
    ['a line break after', '[care]\n'],
    ['a NUL', '[care\u0000]'],
    ['a no-break space', '[care\u00a0billing]'],
    ['capital letters', '[Care BILLING]'],
    ['a letter that only looks like one', '[c\u0430re]'],
    ['a part of a team', '[car]'],
    ['a team with something after it', '[care-2 billing.]'],
    ['names of every object', '[__proto__ constructor toString]'],
    ['a real list', ['care']],
    ['a number', 1],
    ['an object', { care: true }],
  ])('gives no team when it is %s', (_, claim) => {
    const agent = withTeams(claim)

    expect(agent).toMatchObject({ teams: [], supervisor: false, admin: false })
  })

  test.each([
    ['[supervisor]', true, false],
    ['[admin]', false, true],
    ['[care supervisor admin]', true, true],
    ['[Supervisor ADMIN]', false, false],
    ['[supervisors admin2]', false, false],
    ['[admin admin]', false, false],
  ])('gives the roles that stand in it exactly: %s', (claim, supervisor, admin) => {
    expect(withTeams(claim)).toMatchObject({ supervisor, admin })
  })

  test('is the only one that counts, whatever other claims say', () => {
    const claims = { ...tokenOf('cleo', ['care']), groups: '[billing]', scope: 'admin', 'custom:teams': '[billing]' }

    const agent = readAgent(claims, config)

    expect(agent).toMatchObject({ teams: ['care'], admin: false })
  })
})

describe("a company's own issuer", () => {
  const oidc = { issuer: 'https://id.example.com', audience: ['baton'], teamsClaim: 'desks', nameClaim: 'nickname' }
  const own = testConfig({ auth: { oidc } })

  test('names the claims of teams and name', () => {
    const agent = readAgent({ sub: 'auth0|1', desks: '[billing]', nickname: 'Cleo' }, own)

    expect(agent).toMatchObject({ id: 'auth0|1', name: 'Cleo', teams: ['billing'] })
  })

  test("gives nothing for Cognito's claim", () => {
    const agent = readAgent({ sub: 'auth0|1', 'cognito:groups': '[billing]' }, own)

    expect(agent.teams).toEqual([])
  })
})

describe('the bearer', () => {
  test.each(['id', 'access'])('may be named by a token of Cognito for %s', (use) => {
    const agent = readAgent({ ...tokenOf('cleo', ['care']), token_use: use }, config)

    expect(agent.id).toBe('cleo')
  })

  test.each([
    ['no claims at all', undefined],
    ['no subject', { ...tokenOf('cleo', ['care']), sub: undefined }],
    ['an empty subject', tokenOf('', ['care'])],
    ['a subject with a separator of our keys', tokenOf('cleo#1', ['care'])],
    ['a subject with a space', tokenOf('cleo b', ['care'])],
    ['a subject with a line break', tokenOf('cleo\n', ['care'])],
    ['a subject too long', tokenOf('c'.repeat(129), ['care'])],
    ['a refresh token', { ...tokenOf('cleo', ['care']), token_use: 'refresh' }],
    ['a token for no use', { ...tokenOf('cleo', ['care']), token_use: undefined }],
  ])('is nobody with %s', (_, claims) => {
    const read = () => readAgent(claims, config)

    expect(read).toThrow(NotAnAgentError)
  })

  test.each([
    ['missing', undefined, 'Agent cleo-123'],
    ['blank', '  ', 'Agent cleo-123'],
    ['only control characters', '\u0007\u202e', 'Agent cleo-123'],
    ['with a direction override', 'Cl\u202eeo', 'Cleo'],
    ['too long', 'x'.repeat(200), 'x'.repeat(80)],
  ])('has a name that customers can be shown when the claim is %s', (_, claim, name) => {
    const claims = { ...tokenOf('cleo-12345', ['care']), name: claim, email: 'cleo@example.com' }

    const agent = readAgent(claims, config)

    expect(agent.name).toBe(name)
  })
})
