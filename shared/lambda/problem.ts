/** RFC 9457. `code` tells the problems of one status apart. */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: string
  readonly detail?: string
  readonly instance?: string
}

interface Row {
  readonly status: number
  readonly title: string
  /** Where the same request may succeed a moment later. */
  readonly retryAfterSeconds?: number
}

const badRequest = { status: 400, title: 'Bad Request' }
const forbidden = { status: 403, title: 'Forbidden' }
const notFound = { status: 404, title: 'Not Found' }
const conflict = { status: 409, title: 'Conflict' }
const busy = { status: 503, title: 'Service Unavailable', retryAfterSeconds: 1 }
const ours: Row = { status: 500, title: 'Internal Server Error' }

/** Every error class of the project by its name: the one place where an error becomes a status. */
export const problemTable: Readonly<Record<string, Row>> = {
  BadRequestError: badRequest,
  UnknownOutcomeError: badRequest,
  TransferTargetError: badRequest,
  NotAnAgentError: { status: 401, title: 'Unauthorized' },
  NotAllowedError: forbidden,
  UnknownRouteError: notFound,
  UnknownHandoffError: notFound,
  UnknownConversationError: notFound,
  UnknownTeamError: notFound,
  UnknownAttachmentError: notFound,
  AttachmentNotKeptError: notFound,
  ReportNotWrittenError: notFound,
  UnknownErasureError: notFound,
  UnknownWhatIfError: notFound,
  WhatIfUnderWayError: conflict,
  WhatIfKeyReusedError: conflict,
  CandidateError: badRequest,
  MethodNotAllowedError: { status: 405, title: 'Method Not Allowed' },
  NotHeldError: conflict,
  LeaseEndedError: conflict,
  AtCapacityError: conflict,
  ClaimSpentError: conflict,
  KeyReusedError: conflict,
  IdentityTakenError: conflict,
  HandoffOverError: { status: 410, title: 'Gone' },
  BodyTooLargeError: { status: 413, title: 'Content Too Large' },
  ContentTypeError: { status: 415, title: 'Unsupported Media Type' },
  LineBusyError: busy,
  HandoffBusyError: busy,
  ErasureBusyError: busy,
  CustomerBusyError: busy,
  TurnBusyError: busy,
  AssistantUnavailableError: ours,
  InboundQueueError: ours,
  OutboundQueueError: ours,
  SecretGoneError: ours,
  EnvironmentError: ours,
  ExportFailedError: ours,
  ConfigError: ours,
  ArticleError: ours,
  KnowledgeFolderError: ours,
  KnowledgeUnavailableError: ours,
  UsualQuestionsError: ours,
  LogLineError: badRequest,
  ItemsFailedError: ours,
  DoorFailedError: ours,
  SweepFailedError: ours,
}

export interface ProblemAnswer {
  readonly problem: Problem
  readonly retryAfterSeconds?: number
}

const codeOf = (name: string): string =>
  name
    .replace(/Error$/, '')
    .replace(/(?<=[a-z])[A-Z]/g, '-$&')
    .toLowerCase()

/** A caller's mistake is explained in the error's own words; ours never are, since they may hold anything. */
export const problemOf = (error: unknown, instance?: string): ProblemAnswer => {
  const known = error instanceof Error && Object.hasOwn(problemTable, error.name) ? error : undefined
  const { status, title, retryAfterSeconds } = (known && problemTable[known.name]) ?? ours
  return {
    problem: {
      type: 'about:blank',
      title,
      status,
      code: known && status !== ours.status ? codeOf(known.name) : 'internal',
      ...(known && status !== ours.status && { detail: known.message }),
      ...(instance && { instance }),
    },
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  }
}
