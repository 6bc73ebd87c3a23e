import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalCloud, startLocalCloud } from '#infra/local/desk/local-cloud.ts'
import {
  type ApiDocument,
  type DocumentedOperation,
  type ReadDocument,
  readApiDocument,
} from '#tests/support/api-document.ts'
import { type Forged, forgedTokens } from './forged-tokens.ts'
import { knock } from './knock.ts'
import { type OpenForge, openForge } from './token-forge.ts'

/** The deployed API with its own authorizer, the document it serves, and a forger in front of it. */
export interface Gate {
  readonly cloud: LocalCloud
  readonly document: ReadDocument
  /** Operations behind a token. */
  readonly guarded: readonly DocumentedOperation[]
  readonly forge: OpenForge
  close(): Promise<void>
}

export const openGate = async (): Promise<Gate> => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'gate-'))
  const cloud = await startLocalCloud({ dataFolder })
  const { text } = await knock(cloud.url, { method: 'GET', path: '/openapi.json' })
  const document = readApiDocument(JSON.parse(text) as ApiDocument)
  return {
    cloud,
    document,
    guarded: document.operations.filter(({ guarded }) => guarded),
    forge: await openForge(cloud, dataFolder, 'admin'),
    close: async () => {
      await cloud.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

/** A request for the operation, good but for what it shows as its token. */
export const knockWith = ({ cloud }: Pick<Gate, 'cloud'>, { route, body }: DocumentedOperation, shown: Forged) => {
  const [method = '', template = ''] = route.split(' ')
  const path = template.replace(/\{\w+\}/g, 'care') + (shown.query ? `?${shown.query}` : '')
  const headers = { ...shown.headers, ...(body && { 'content-type': 'application/json' }) }
  return knock(cloud.url, { method, path, headers, ...(body && { body: '{}' }) })
}

/** Unauthorized; or a header longer than the API reads at all. */
const refusals: readonly number[] = [401, 431]

export interface Stormed {
  readonly attacks: number
  readonly operations: number
  /** Each attack that got past the gate, and where. */
  readonly letIn: readonly string[]
}

/** Every forged token at every operation. */
export const stormTheGate = async (gate: Gate): Promise<Stormed> => {
  const forged = Object.entries(forgedTokens(gate.forge))
  const letIn: string[] = []
  for (const [name, shown] of forged)
    for (const operation of gate.guarded) {
      const { status } = await knockWith(gate, operation, shown)
      if (!refusals.includes(status)) letIn.push(`${name}: ${operation.operationId} answered ${status}`)
    }
  return { attacks: forged.length, operations: gate.guarded.length, letIn }
}
