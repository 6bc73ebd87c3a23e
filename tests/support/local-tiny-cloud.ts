import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CallCounter, createCallCounter } from '#infra/local/gateway/call-counter.ts'
import { operatorCaller } from '#infra/local/gateway/callers.ts'
import { startGateway } from '#infra/local/gateway/gateway.ts'
import { createHttpApi } from '#infra/local/http/http-api.ts'
import { type Issuer, startIssuer } from '#infra/local/http/issuer.ts'
import { listen } from '#infra/local/http/listen.ts'
import { type RunningStack, runStack } from '#infra/local/run-stack.ts'
import { type Assembly, readAssembly } from '#infra/local/stack/assembly.ts'
import { createClosing } from '#infra/local/stack/closing.ts'
import { openKeep } from '#infra/local/stack/keep.ts'
import { issuerUrl, localAccount } from '#infra/local/stack/place.ts'
import { readTemplate } from '#infra/local/stack/template.ts'
import { startDynoxide } from '#infra/local/table/dynoxide.ts'
import { synthesizeTinyStack } from './local-tiny-stack.ts'

export interface TinyCloud {
  readonly url: string
  readonly running: RunningStack
  readonly issuer: Issuer
  readonly counter: CallCounter
  readonly lines: string[]
  readonly operator: {
    endpoint: string
    region: string
    credentials: { accessKeyId: string; secretAccessKey: string }
  }
  /** A token as Cognito's, for the template's client. */
  token(claims?: Record<string, unknown>, validSeconds?: number): Promise<string>
  close(): Promise<void>
}

export interface TinyCloudOptions {
  /** Changes the synthesised template before it runs: the fault a test plants. */
  readonly change?: (assembly: Assembly) => void
  readonly dataFolder?: string
}

const region = 'us-east-1'

/** Runs the tiny stack under the local cloud, without Baton. */
export const startTinyCloud = async ({ change, dataFolder }: TinyCloudOptions = {}): Promise<TinyCloud> => {
  const closing = createClosing()
  const folder = mkdtempSync(join(tmpdir(), 'tiny-'))
  closing.add(() => rmSync(folder, { recursive: true, force: true }))
  try {
    const assembly = readAssembly(await synthesizeTinyStack(folder))
    change?.(assembly)
    const lines: string[] = []
    const counter = createCallCounter()
    const keep = openKeep(dataFolder)
    const front = await listen(0, (incoming, response) => void handle(incoming, response))
    closing.add(() => front.close())
    const gateway = await startGateway(counter)
    closing.add(() => gateway.close())
    const table = await startDynoxide(dataFolder && join(dataFolder, 'table.db'))
    closing.add(() => table.close())
    const place = {
      region,
      account: localAccount,
      stackName: 'Tiny',
      gatewayUrl: gateway.url,
      frontUrl: front.url,
    }
    const issuer = await startIssuer(issuerUrl(place), keep)
    const running = await runStack({
      stack: readTemplate(assembly.template, place),
      assembly,
      gateway,
      counter,
      tableUrl: table.url,
      model: 'http://127.0.0.1:9',
      keep,
      closing,
      writeLine: (name, line) => lines.push(`${name} ${line}`),
    })
    const handle = createHttpApi(running.api, running.functions, issuer)
    running.open()
    const audience = running.api.authorizers[0]?.audience[0] ?? ''
    return {
      url: front.url,
      running,
      issuer,
      counter,
      lines,
      operator: {
        endpoint: gateway.url,
        region,
        credentials: { accessKeyId: operatorCaller.accessKeyId, secretAccessKey: 'local' },
      },
      token: (claims = {}, validSeconds = 60) => issuer.sign({ sub: 'ada', aud: audience, ...claims }, validSeconds),
      close: () => closing.closeAll(),
    }
  } catch (error) {
    await closing.closeAll()
    throw error
  }
}
