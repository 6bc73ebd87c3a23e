import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import type { Answers } from './support/fake-aws.ts'
import { runCommand } from './support/run-command.ts'
import { signedInAws as aws } from './support/signed-in-aws.ts'
import { describedStack, noSuchStack } from './support/sound-account.ts'

const deployedPool: Answers = {
  DescribeStacks: () =>
    describedStack('Baton', 'CREATE_COMPLETE', { UserPoolId: 'us-east-1_P', UserPoolClientId: 'c' }),
  ListGroups: { result: { Groups: [{ GroupName: 'care' }, { GroupName: 'supervisor' }] } },
  AdminGetUser: { error: 'UserNotFoundException', message: 'User does not exist.' },
  AdminCreateUser: { result: {} },
  AdminAddUserToGroup: { result: {} },
}

test('an agent is made in the pool of the deployment', async () => {
  const { environment, asked } = await aws(deployedPool)
  const words = ['add', 'ada@example.com', '--name', 'Ada', '--teams', 'care']
  const { code, out } = await runCommand('agent', words, environment)

  expect(code).toBe(0)
  expect(out).toContain('ada@example.com is in: care')
  expect(asked.find(({ operation }) => operation === 'AdminCreateUser')?.input).toEqual({
    UserPoolId: 'us-east-1_P',
    Username: 'ada@example.com',
    DesiredDeliveryMediums: ['EMAIL'],
    UserAttributes: [
      { Name: 'email', Value: 'ada@example.com' },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: 'Ada' },
    ],
  })
})

test('a token comes alone on standard output, and what is said beside it is not', async () => {
  const { environment } = await aws({
    ...deployedPool,
    AdminGetUser: { result: { Username: 'id', Enabled: true } },
    AdminListGroupsForUser: { result: { Groups: [{ GroupName: 'care' }] } },
    AdminInitiateAuth: ({ AuthParameters }) =>
      (AuthParameters as { PASSWORD: string }).PASSWORD === 'right'
        ? { result: { AuthenticationResult: { IdToken: 'aaa.bbb.ccc', ExpiresIn: 3_600 } } }
        : { error: 'NotAuthorizedException', message: 'Incorrect username or password.' },
  })
  const right = await runCommand('agent', ['token', 'ada@example.com'], {
    ...environment,
    BATON_AGENT_PASSWORD: 'right',
  })
  const wrong = await runCommand('agent', ['token', 'ada@example.com'], {
    ...environment,
    BATON_AGENT_PASSWORD: 'wrong',
  })

  expect(right.out).toBe('aaa.bbb.ccc\n')
  expect(right.err).toContain('good for 60 minutes')
  expect(wrong).toMatchObject({
    code: 1,
    out: '',
    err: 'ada@example.com could not sign in: Incorrect username or password.\n',
  })
})

test('without a deployment there is no pool to put an agent into', async () => {
  const { environment } = await aws({ DescribeStacks: ({ StackName }) => noSuchStack(StackName) })
  const { code, err } = await runCommand('agent', ['add', 'ada@example.com', '--teams', 'care'], environment)

  expect(code).toBe(1)
  expect(err).toBe('no user pool in Baton, us-east-1: npm run deploy makes it\n')
})

test("with the company's own sign-in, where agents come from is said instead", async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'baton-config-')), 'own.ts')
  const own = `import company from ${JSON.stringify(join(projectFolder, 'baton.config.ts'))}
export default { ...company, knowledge: { folder: ${JSON.stringify(join(projectFolder, 'knowledge'))} },
  auth: { oidc: { issuer: 'https://id.lumen.shop', audience: ['desk'] } } }\n`
  writeFileSync(file, own)
  const { code, err } = await runCommand('agent', ['-c', `config=${file}`, 'token', 'ada@example.com'])

  expect(code).toBe(1)
  expect(err).toContain('agents sign in with https://id.lumen.shop')
})
