import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { keepsFiles, tellsReceipts } from '#shared/config/channel-schemas.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { keptFor } from '#shared/config/kept-for.ts'
import { acknowledgeForAllFunctions, acknowledgeForAllSecrets, acknowledgeUntraced } from './acknowledgements.ts'
import { type DoorFolders, type DoorId, folderName } from './bundle/door-entries.ts'
import { Alarms } from './constructs/alarms.ts'
import { AttachmentBucket } from './constructs/attachment-bucket.ts'
import { ChannelSecrets } from './constructs/channel-secrets.ts'
import { Clocks } from './constructs/clocks.ts'
import { CompanyTools } from './constructs/company-tools.ts'
import { DeadLetters } from './constructs/dead-letters.ts'
import { Door, type DoorProps } from './constructs/door.ts'
import {
  filesMegabytes,
  knowledgeBytes,
  reportMegabytes,
  turnMegabytes,
  waitingMegabytes,
  whatIfMegabytes,
} from './constructs/door-memory.ts'
import { HandoffEvents } from './constructs/handoff-events.ts'
import { IdentitySecrets } from './constructs/identity-secrets.ts'
import { KnowledgeBase } from './constructs/knowledge-base.ts'
import { KnowledgeSync } from './constructs/knowledge-sync.ts'
import { MessageQueues } from './constructs/message-queues.ts'
import { allowModel } from './constructs/model-access.ts'
import { Operations } from './constructs/operations.ts'
import { OwnKey } from './constructs/own-key.ts'
import { ReportDelivery } from './constructs/report-delivery.ts'
import { StateTable } from './constructs/state-table.ts'
import { TableExport } from './constructs/table-export.ts'
import { TeamLines } from './constructs/team-lines.ts'
import { Tracing } from './constructs/tracing.ts'
import { WhatIfJobs, whatIfSeconds } from './constructs/what-if-jobs.ts'
import { openFront } from './open-front.ts'

export interface SupportStackProps {
  readonly config: BatonConfig
  readonly folders: DoorFolders
}

/** Everything that one company runs: the doors, what each may touch, and what wakes somebody up. */
export class SupportStack extends Stack {
  constructor(scope: Construct, id: string, { config, folders }: SupportStackProps) {
    super(scope, id, { description: 'Baton: hands support conversations from an AI assistant to the right human' })
    const teams = Object.keys(config.teams)
    const { logDays } = config.retention
    const { attachmentDays, reportDays } = keptFor(config.retention)
    const { customerManagedKey } = config.encryption
    const key = customerManagedKey
      ? new OwnKey(this, 'Encryption', customerManagedKey === true ? undefined : customerManagedKey)
      : undefined
    const tracing = config.tracing ? new Tracing(this, 'Tracing') : undefined
    const door = (id: DoorId, timeoutSeconds: number, props: Partial<DoorProps> = {}) =>
      new Door(this, id, {
        folder: folders[id],
        service: folderName(id),
        timeoutSeconds,
        logDays,
        key,
        tracing,
        ...props,
      })

    const alarms = new Alarms(this, 'Alarms', { key })
    const deadLetters = new DeadLetters(this, 'DeadLetters', { alarms, key })
    const unattended = deadLetters.behind('Unattended', 'unattended-dead-letters')
    if (config.alarms.email) alarms.mailTo(config.alarms.email, unattended)
    const table = new StateTable(this, 'State', { key })
    const attachments = keepsFiles(config.channels)
      ? new AttachmentBucket(this, 'Attachments', { recordDays: attachmentDays, logDays, key })
      : undefined
    const messages = new MessageQueues(this, 'Messages', { alarms, deadLetters, key })
    const lines = new TeamLines(this, 'Lines', { teams, deadLetters, key })
    // Older than the other channels, and never renamed: its secrets would be made anew.
    const secrets = new ChannelSecrets(this, 'StandardChannel', { channels: config.channels, key })
    const identity = new IdentitySecrets(this, 'Identity', { identity: config.identity, key })

    const receiveMessage = door('ReceiveMessage', 10, { memoryMegabytes: waitingMegabytes })
    secrets.verifiedBy(receiveMessage)
    identity.judgedBy(receiveMessage)
    messages.acceptInboundFrom(receiveMessage)
    if (tellsReceipts(config.channels)) messages.acceptOutboundFrom(receiveMessage)

    const takeTurn = door('TakeTurn', 45, {
      memoryMegabytes: turnMegabytes(knowledgeBytes(folders.TakeTurn)) + (attachments ? filesMegabytes : 0),
    })
    messages.handInboundTo(takeTurn)
    table.readWrite(takeTurn)
    secrets.askedWithBy(takeTurn)
    allowModel(takeTurn, config.model)
    identity.askedBy(takeTurn)
    if (config.tools.length > 0) new CompanyTools(this, 'Tools', { tools: config.tools, key }).calledBy(takeTurn)
    messages.acceptOutboundFrom(takeTurn)
    attachments?.filledBy(takeTurn)
    lines.ticketsFrom(takeTurn)
    alarms.onCounted('UnknownTeam', 'TakeTurn', 'RoutedToUnknownTeam', 'unknown-team')
    const deliverMessage = door('DeliverMessage', 30, { memoryMegabytes: waitingMegabytes })
    messages.handOutboundTo(deliverMessage)
    table.readAndUpdate(deliverMessage)
    secrets.signedBy(deliverMessage)

    const agentApi = door('AgentApi', 29)
    table.readWriteAndList(agentApi)
    table.readOne(agentApi)
    table.listByCustomer(agentApi)
    messages.acceptOutboundFrom(agentApi)
    lines.claimsFrom(agentApi)
    attachments?.readBy(agentApi)
    attachments?.erasedBy(agentApi)

    const sweep = door('Sweep', 55)
    table.readWriteAndList(sweep)
    messages.acceptOutboundFrom(sweep)
    lines.countsFrom(sweep)
    table.listByCustomer(sweep)
    attachments?.erasedBy(sweep)

    const syncKnowledge = config.knowledge.store === 'bedrock' ? door('SyncKnowledge', 30) : undefined
    if (syncKnowledge) {
      const { embeddings } = config.knowledge.bedrock
      const base = new KnowledgeBase(this, 'Knowledge', { embeddings, logDays, key })
      base.askedBy(takeTurn)
      new KnowledgeSync(this, 'KnowledgeSync', {
        base,
        door: syncKnowledge,
        alarms,
        deadLetters,
        unattended,
        key,
      })
    }

    if (config.events) {
      const events = new HandoffEvents(this, 'Events', { bus: config.events.bus })
      for (const teller of [sweep, takeTurn, agentApi]) events.toldBy(teller)
    }

    const report = door('Report', 900, { unattended, memoryMegabytes: reportMegabytes })
    table.readAndFile(report)
    if (config.report) {
      const { email } = config.report
      const delivery = new ReportDelivery(this, 'Reports', { recordDays: reportDays, logDays, email, unattended, key })
      delivery.writtenBy(report)
      for (const reader of [agentApi, sweep]) delivery.readBy(reader)
      for (const eraser of [agentApi, sweep]) delivery.erasedBy(eraser)
      new HandoffEvents(this, 'ReportEvents', { bus: config.events?.bus ?? 'default' }).toldBy(report)
    }

    const exportTable = config.export && door('ExportTable', 120, { unattended })
    if (exportTable) {
      const { teams } = config
      const erasers = [agentApi, sweep]
      new TableExport(this, 'Export', { table, door: exportTable, erasers, alarms, teams, logDays, key })
    }

    const whatIf = door('WhatIf', whatIfSeconds, { memoryMegabytes: whatIfMegabytes })
    table.readAndAnswer(whatIf)
    const questions = new WhatIfJobs(this, 'Questions', { deadLetters, key })
    questions.askedBy(agentApi)
    questions.answeredBy(whatIf)

    new Clocks(this, 'Clocks', { sweep, report, exportTable, alarms, unattended, key })
    const api = openFront(this, { config, receiveMessage, agentApi, logDays, alarms, key })
    new Operations(this, 'Operations', {
      config,
      alarms,
      messages,
      deadLetters,
      api,
      doors: {
        ReceiveMessage: receiveMessage,
        TakeTurn: takeTurn,
        DeliverMessage: deliverMessage,
        AgentApi: agentApi,
        Sweep: sweep,
        Report: report,
        WhatIf: whatIf,
        SyncKnowledge: syncKnowledge,
        ExportTable: exportTable,
      },
    })
    acknowledgeForAllFunctions(this)
    if (!tracing) acknowledgeUntraced(this)
    acknowledgeForAllSecrets(this)
  }
}
