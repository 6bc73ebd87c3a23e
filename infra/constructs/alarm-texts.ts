export interface AlarmText {
  /** What has come about. */
  readonly means: string
  /** What to do before anything else. */
  readonly first: string
}

/** What each alarm says to whoever it wakes up, by the section of docs/runbook.md that goes on from there. */
export const alarmTexts = {
  'inbound-dead-letters': {
    means: "Customers' messages were given up on, without an answer or an agent",
    first: 'read the errors in the log of TakeTurn, repair or roll back, then redrive the queue',
  },
  'outbound-dead-letters': {
    means: 'Messages to customers were given up on after twenty tries',
    first: 'read the causes in the log of DeliverMessage, repair the endpoint, then redrive the queue',
  },
  'ticket-dead-letters': {
    means: 'A ticket was received a hundred times: nobody serves this team, or claims fail',
    first: "look at the team's line as a supervisor, and at errors in the log of AgentApi",
  },
  'unattended-dead-letters': {
    means: 'Something nobody waits for failed every time: a report, an export, an alarm mail, a change of articles',
    first: 'look at the message in the queue: it says which of them it was',
  },
  'inbound-message-age': {
    means: "A customer's message has waited longer than a minute for its turn",
    first: 'look at errors, duration and throttles of TakeTurn',
  },
  'outbound-message-age': {
    means: 'A reply or a notice has waited longer than a minute to be delivered',
    first: 'read the causes in the log of DeliverMessage',
  },
  'longest-wait': {
    means: 'Somebody waits too long for a team that is open',
    first: 'see on the dashboard which team, and send people there',
  },
  'sweep-missed': {
    means: 'No sweep has come through for five minutes',
    first: 'read the log of Sweep: it fails, times out, or does not start',
  },
  'api-errors': {
    means: 'The API failed its callers five times in five minutes',
    first: 'find the routes in the access log, then read the log of ReceiveMessage or AgentApi',
  },
  'unknown-team': {
    means: 'A rule named a team that is not deployed; its conversation is with the default team',
    first: 'deploy again from the repository, then transfer the handoffs that the log of TakeTurn names',
  },
  'model-failing': {
    means: 'Customers get a person because no model answers',
    first: 'read the causes of assistant.failed in the log of TakeTurn, and tell the teams that more will come',
  },
  'model-budget': {
    means: "The day's budget for models is spent to 80 % or altogether",
    first: 'see on the dashboard whether it is a flood or a busy day',
  },
  'model-spend': {
    means: 'The models have cost more in a day than alarms.modelDollarsPerDay',
    first: 'see on the dashboard which model, and whether turns or tokens have grown',
  },
  'delivery-failing': {
    means: 'A channel refuses what is sent on it',
    first: 'read the causes of message.failed in the log of DeliverMessage',
  },
  'report-not-written': {
    means: 'The weekly report failed in all of its tries',
    first: 'read the log of Report, repair, and invoke it by hand before next Monday',
  },
  'export-late': {
    means: 'The newest export of the table is older than 30 hours',
    first: 'read the log of ExportTable, then ask DynamoDB what became of the export',
  },
  'knowledge-sync-failed': {
    means: 'Articles are not in the knowledge base as they were uploaded',
    first: 'find the job in the log of SyncKnowledge and ask Bedrock for its reasons',
  },
  'what-if-dead-letters': {
    means: 'A question "what if" could not even be said to have failed',
    first: 'read the log of WhatIf, then purge the queue: whoever asked asks again',
  },
  'knowledge-sync-dead-letters': {
    means: 'Changes of articles were given up on after three hours',
    first: 'read the log of SyncKnowledge, repair, then redrive the queue',
  },
} as const satisfies Record<string, AlarmText>

export type AlarmSection = keyof typeof alarmTexts

/** As the mail has it: what, what first, and where to read on. */
export const alarmDescription = (section: AlarmSection): string => {
  const { means, first } = alarmTexts[section]
  return `${means}. First: ${first}. docs/runbook.md#${section}`
}
