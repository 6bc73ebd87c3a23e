import { expect, test } from 'vitest'
import type { ConsoleSettings } from '#infra/console/console-settings.ts'
import type { Upload } from '#infra/deploy/articles/upload-articles.ts'
import type { Groundwork } from '#infra/deploy/checks/examine.ts'
import { bad, good } from '#infra/deploy/checks/verdict.ts'
import type { Cloud } from '#infra/deploy/cloud/ports.ts'
import { deployStack } from '#infra/deploy/deploy-stack.ts'
import { inBedrock, sampleConfig } from '../sample-stack.ts'
import { awsError, memoryCloud, memoryModels, memoryStacks, stackOf } from './support/memory-cloud.ts'
import { silentTerminal } from './support/silent-terminal.ts'

const destination = {
  configPath: 'baton.config.ts',
  callbackUrl: undefined,
  stackName: 'Baton-test',
  profile: undefined,
  contextWords: ['-c', 'stage=test'],
}

const outputs = {
  ApiUrl: 'https://api.example',
  ArticleBucketName: 'articles-1',
  ConsoleBucketName: 'console-1',
  ConsoleUrl: 'https://d1.cloudfront.net/',
  ConsoleIssuer: 'https://cognito-idp.us-east-1.amazonaws.com/pool',
  ConsoleClientId: 'client-1',
}

const groundworkOn = (cloud: Cloud, given: Partial<Groundwork> = {}): Groundwork => ({
  verdicts: [good('configuration', 'sound')],
  deployed: { config: sampleConfig(), version: 'abc' },
  cloud,
  caller: { account: '111122223333', arn: 'arn' },
  ...given,
})

const noUpload = async (_bucket: string, _folder: string): Promise<Upload> => {
  throw new Error('nothing is to be uploaded')
}

const noConsole = async (_bucket: string, _settings: ConsoleSettings): Promise<number> => {
  throw new Error('no console is to be uploaded')
}

const play = async (
  groundwork: Groundwork,
  { codes = [0, 0], bootstrap = true, cdkWords = [] as string[], upload = noUpload, uploadConsole = noConsole } = {},
) => {
  const runs: string[][] = []
  const terminal = silentTerminal()
  const code = await deployStack(
    {
      destination,
      terminal,
      bootstrap,
      cdkWords,
      runCdk: async (words) => {
        runs.push([...words])
        return codes[runs.length - 1] ?? 0
      },
      outputsFile: '/tmp/outputs.json',
      readOutputs: () => ({ 'Baton-test': outputs }),
      uploadTo: upload,
      uploadConsoleTo: uploadConsole,
    },
    groundwork,
  )
  return { code, runs, text: terminal.lines.join('\n') }
}

test('the account is bootstrapped, the stack deployed without a question, and what is left is told', async () => {
  const { code, runs, text } = await play(groundworkOn(memoryCloud()), { cdkWords: ['--progress', 'bar'] })

  expect(code).toBe(0)
  expect(runs).toEqual([
    ['bootstrap', 'aws://111122223333/us-east-1'],
    [
      'deploy',
      'Baton-test',
      '--require-approval',
      'never',
      '--outputs-file',
      '/tmp/outputs.json',
      '-c',
      'stage=test',
      '--progress',
      'bar',
    ],
  ])
  expect(text).toContain('Baton-test is deployed: account 111122223333, us-east-1, API https://api.example')
})

test('where somebody else looks after the bootstrap, it is left alone', async () => {
  const { runs } = await play(groundworkOn(memoryCloud()), { bootstrap: false })

  expect(runs.map(([verb]) => verb)).toEqual(['deploy'])
})

test('a bootstrap that fails stops before the deployment, and says how to go without', async () => {
  const { code, runs, text } = await play(groundworkOn(memoryCloud()), { codes: [3] })

  expect(code).toBe(3)
  expect(runs).toHaveLength(1)
  expect(text).toContain('--no-bootstrap')
})

test('a deployment that fails keeps the exit code, and promises nothing', async () => {
  const { code, text } = await play(groundworkOn(memoryCloud()), { codes: [0, 1] })

  expect(code).toBe(1)
  expect(text).not.toContain('is deployed')
  expect(text).toContain('npm run doctor')
})

test.each([
  ['a verdict that is bad', { verdicts: [bad('Node', 'v20', 'npm ci')] }],
  ['no credentials', { cloud: undefined, caller: undefined }],
  ['no configuration', { deployed: undefined }],
])('with %s nothing is started', async (_, given) => {
  await expect(play(groundworkOn(memoryCloud(), given))).rejects.toThrow('nothing was deployed')
})

test('a stack that cannot be changed is found before anything is started', async () => {
  const stuck = stackOf({ name: 'Baton-test', status: 'UPDATE_ROLLBACK_FAILED' })
  const cloud = memoryCloud({ stacks: memoryStacks({ stacks: [stuck] }) })

  await expect(play(groundworkOn(cloud))).rejects.toThrow('nothing was deployed')
})

test('a model that cannot be called holds no deployment up, and is the last step', async () => {
  const { code, text } = await play(groundworkOn(memoryCloud({ models: memoryModels({ there: [] }) })))

  expect(code).toBe(0)
  expect(text).toContain('Settle what the assistant needs')
  expect(text).toContain('✗ model')
})

const bedrock = { deployed: { config: sampleConfig(inBedrock), version: 'abc' } }

test('articles that Bedrock searches are uploaded once the stack is there, and counted', async () => {
  const asked: string[] = []
  const upload = async (bucket: string, folder: string) => {
    asked.push(`${folder} to ${bucket}`)
    return { uploaded: 3, unchanged: 40, removed: 1 }
  }
  const { code, text } = await play(groundworkOn(memoryCloud(), bedrock), { upload })

  expect(code).toBe(0)
  expect(asked).toEqual(['knowledge to articles-1'])
  expect(text).toContain('Articles: 3 sections uploaded, 1 removed, 40 unchanged.')
})

test('a deployment whose articles could not be uploaded says so, and how to go on, and is not a success', async () => {
  const upload = async () => {
    throw awsError('AccessDenied', 'no')
  }
  const { code, text } = await play(groundworkOn(memoryCloud(), bedrock), { upload })

  expect(code).toBe(1)
  expect(text).toContain('its articles are not uploaded')
  expect(text).toContain('npm run deploy -- -c stage=test uploads what is missing.')
})

const withConsole = { deployed: { config: sampleConfig({ console: {} }), version: 'abc' } }

test('the console is uploaded once the stack is there, and told where it is', async () => {
  const uploads: [string, ConsoleSettings][] = []
  const uploadConsole = async (bucket: string, settings: ConsoleSettings) => uploads.push([bucket, settings])

  const { code, text } = await play(groundworkOn(memoryCloud(), withConsole), { uploadConsole })

  expect(code).toBe(0)
  expect(uploads).toEqual([
    [
      'console-1',
      {
        api: '/api',
        issuer: outputs.ConsoleIssuer,
        clientId: 'client-1',
        scopes: ['openid', 'profile'],
        token: 'id',
      },
    ],
  ])
  expect(text).toContain('Console: 1 files uploaded, at https://d1.cloudfront.net/')
})

test('a console that could not be uploaded does not look deployed', async () => {
  const uploadConsole = async (): Promise<number> => {
    throw awsError('AccessDenied', 'no')
  }

  const { code, text } = await play(groundworkOn(memoryCloud(), withConsole), { uploadConsole })

  expect(code).toBe(1)
  expect(text).toContain('its console is not uploaded')
  expect(text).toContain('npm run deploy -- -c stage=test uploads it.')
})
