import { randomBytes } from 'node:crypto'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { startModelStandIn } from '#infra/local/model/stand-in.ts'
import type { Closing } from '#infra/local/stack/closing.ts'
import { freePort } from '#infra/local/table/free-port.ts'
import { clientSettings } from '../cloud/cloud-access.ts'
import { emulatorEnvironment } from '../cloud/emulator-environment.ts'
import { changeEnvironment } from '../cloud/lambda-functions.ts'
import { metricMath } from '../emulator/gaps/metric-math.ts'
import { savedQueries } from '../emulator/gaps/saved-queries.ts'
import { secretCharacters } from '../emulator/gaps/secret-characters.ts'
import { secretNameOf } from '../emulator/gaps/secret-name.ts'
import { secretReference } from '../emulator/gaps/secret-reference.ts'
import { startMendingProxy } from '../emulator/mending-proxy.ts'
import { createProbe } from '../emulator/probe.ts'
import { createTemplateMender } from '../emulator/template-mender.ts'
import { isKnownHost, startApiFront } from './api-front.ts'
import type { Target } from './target.ts'

/** An emulator that may have to be started first. */
export interface Emulator {
  readonly name: string
  /**
   * @param proxyPort where everybody is to reach it
   * @param modelUrl where its functions are to find the model
   * @returns where it listens, and whether its functions know where the model is
   */
  start(proxyPort: number, modelUrl: string, env: Readonly<Record<string, string>>): Promise<EmulatorStarted>
}

export interface EmulatorStarted {
  readonly url: URL
  readonly knowsModel: boolean
  readonly holdsPolicies: boolean
  /** What is played by something of ours, here. */
  readonly standsIn: readonly string[]
}

const region = 'us-east-1'

/** Behind a proxy that mends what the emulator cannot take, as far as it still cannot. */
export const emulatorTarget = async (emulator: Emulator, closing: Closing): Promise<Target> => {
  const model = await startModelStandIn()
  closing.add(() => model.close())
  const proxyPort = await freePort()
  const endpoint = new URL(`http://127.0.0.1:${proxyPort}`)
  const env = emulatorEnvironment(process.env, endpoint.origin, region)
  const { url, knowsModel, holdsPolicies, standsIn } = await emulator.start(proxyPort, model.url, env)
  const mender = createTemplateMender()
  const refused: string[] = []
  const onRefused = (words: string) => refused.push(words)
  const proxy = await startMendingProxy({ port: proxyPort, upstream: url, mender, onRefused })
  closing.add(() => proxy.close())

  const access = { region, endpoint: endpoint.origin }
  const settings = clientSettings(access)
  const probe = createProbe(new CloudFormationClient(settings), new SecretsManagerClient(settings))
  const gaps = [
    metricMath,
    savedQueries,
    secretCharacters,
    secretNameOf(randomBytes(3).toString('hex')),
    secretReference,
  ]
  const found = []
  for (const gap of gaps) found.push({ gap, isThere: await gap.isThere(probe) })
  await probe.clear()
  mender.use(found.filter(({ isThere }) => isThere).map(({ gap }) => gap))

  const known = found.filter(({ isThere }) => isThere).map(({ gap }) => gap.workaround)
  return {
    name: emulator.name,
    access,
    env,
    holdsPolicies,
    ...(holdsPolicies && { refusals: () => refused }),
    standsIn,
    workarounds: known,
    mended: found.filter(({ isThere }) => !isThere).map(({ gap }) => gap.workaround),
    setMood: async (mood) => model.setMood(mood),
    prepare: async (stack) => {
      if (!knowsModel) await changeEnvironment(stack, 'TakeTurn', { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: model.url })
    },
    reach: async (apiUrl) => {
      if (await isKnownHost(new URL(apiUrl).hostname)) return apiUrl
      known.push('no name server knows the API by its host name: it is asked for through a front on 127.0.0.1')
      const front = await startApiFront(apiUrl, endpoint)
      closing.add(() => front.close())
      return front.url
    },
  }
}
