import { fileURLToPath } from 'node:url'

/** Every Lambda function by its id in the stack, and the file it is bundled from. Ids are never renamed: state hangs on them. */
export const doorEntries = {
  ReceiveMessage: 'functions/customer/receive-message.ts',
  TakeTurn: 'functions/assistant/take-turn.ts',
  DeliverMessage: 'functions/customer/deliver-message.ts',
  AgentApi: 'functions/agent/api.ts',
  Sweep: 'functions/operator/sweep.ts',
  Report: 'functions/operator/report.ts',
  WhatIf: 'functions/operator/what-if.ts',
  SyncKnowledge: 'functions/operator/sync-knowledge.ts',
  ExportTable: 'functions/operator/export-table.ts',
} as const

export type DoorId = keyof typeof doorEntries

/** Where each door's bundle lies, by door. */
export type DoorFolders = Readonly<Record<DoorId, string>>

export const doorIds = Object.keys(doorEntries) as readonly DoorId[]

export interface LaterImport {
  /** Lies beside the door as `<name>.mjs`. */
  readonly name: string
  readonly file: string
  readonly doors: readonly DoorId[]
}

/** What a door imports while it runs, and only where it is wanted: its cold start does not read it. */
export const laterImports: readonly LaterImport[] = [
  { name: 'attachments', file: 'shared/attachment/s3-open.ts', doors: ['TakeTurn', 'AgentApi', 'Sweep'] },
  { name: 'events', file: 'shared/handoff/eventbridge-open.ts', doors: ['TakeTurn', 'AgentApi'] },
  { name: 'erasing', file: 'functions/agent/erasing.ts', doors: ['AgentApi'] },
  { name: 'reports', file: 'shared/report/s3-open-reports.ts', doors: ['AgentApi', 'Sweep'] },
  { name: 'exports', file: 'shared/export/s3-open-exports.ts', doors: ['AgentApi', 'Sweep', 'ExportTable'] },
  { name: 'log-table', file: 'shared/report/handoffs-csv.ts', doors: ['AgentApi'] },
  { name: 'what-if', file: 'shared/report/what-if/dynamo-open-desk.ts', doors: ['AgentApi'] },
  { name: 'delivery', file: 'shared/report/s3-open-delivery.ts', doors: ['Report'] },
  { name: 'functions', file: 'shared/tool/lambda-open.ts', doors: ['TakeTurn'] },
  { name: 'bedrock-knowledge', file: 'shared/knowledge/bedrock-open.ts', doors: ['TakeTurn'] },
]

export const projectFolder = fileURLToPath(new URL('../../', import.meta.url))

/** `ReceiveMessage` lies in `receive-message/`. */
export const folderName = (door: DoorId): string => door.replace(/(?<=[a-z])[A-Z]/g, '-$&').toLowerCase()
