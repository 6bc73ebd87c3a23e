import { join } from 'node:path'
import { STSClient } from '@aws-sdk/client-sts'
import type { Closing } from '#infra/local/stack/closing.ts'
import { pythonTools } from '#tests/proof/python-tools.ts'
import { ministackRequirements, startMinistack } from '../emulator/ministack.ts'
import type { Destination } from '../options.ts'
import { type Emulator, emulatorTarget } from './emulator-target.ts'
import type { Target } from './target.ts'

/** There is nothing here to deploy to; the message says what is missing. */
export class NothingToDeployToError extends Error {
  override readonly name = 'NothingToDeployToError'
}

const ministack = async (folder: string, closing: Closing): Promise<Emulator> => {
  const said: string[] = []
  const tools = await pythonTools(ministackRequirements, { say: (line) => said.push(line) })
  if (!tools) throw new NothingToDeployToError(said.at(-1) ?? 'Python is not there')
  return {
    name: `${ministackRequirements[0]?.replace('==', ' ')}, an independent emulator, with every role held to its policies`,
    start: async (publicPort, modelUrl, env) => {
      const started = await startMinistack({ tools, folder: join(folder, 'ministack'), publicPort, modelUrl, env })
      closing.add(() => started.stop())
      return {
        url: started.url,
        knowsModel: true,
        holdsPolicies: true,
        standsIn: [
          'for its model, which says the same to everything: the one that also answers in npm start',
          'for TLS between everybody and it: a proxy, so that aws:SecureTransport means what it does on AWS',
        ],
      }
    },
  }
}

const givenEndpoint = (url: string): Emulator => ({
  name: `the endpoint ${url}`,
  start: async () => ({
    url: new URL(url),
    knowsModel: false,
    holdsPolicies: false,
    standsIn: ['for its model: the one that also answers in npm start; the door is told of it after the deployment'],
  }),
})

const realAccount = async (): Promise<Target> => {
  const region = await new STSClient({}).config.region()
  const env = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return {
    name: `the account of your credentials, in ${region}`,
    access: { region },
    env: { ...env, AWS_REGION: region },
    holdsPolicies: true,
    standsIn: [],
    workarounds: [],
    mended: [],
    prepare: async () => undefined,
    reach: async (apiUrl) => apiUrl,
  }
}

/** @throws NothingToDeployToError where neither an emulator nor anything else can be had */
export const openTarget = async (destination: Destination, folder: string, closing: Closing): Promise<Target> => {
  if (destination.kind === 'aws') return realAccount()
  if (destination.kind === 'endpoint') return emulatorTarget(givenEndpoint(destination.url), closing)
  return emulatorTarget(await ministack(folder, closing), closing)
}
