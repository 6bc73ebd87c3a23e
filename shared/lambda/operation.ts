import type * as z from 'zod/mini'
import type { Agent } from '../line/agent.ts'
import type { Answer } from './json.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Role = 'supervisor' | 'admin'

/** One way in which an operation answers. */
export interface Documented {
  readonly description: string
  /** Absent: no body. */
  readonly schema?: z.ZodMiniType
  readonly example?: unknown
  /** The same content in another form, by media type. */
  readonly otherForms?: Readonly<Record<string, { readonly description: string; readonly example: string }>>
}

export interface OperationRequest<Path, Query, Body> {
  readonly agent: Agent
  readonly path: Path
  readonly query: Query
  readonly body: Body
  /** The same for every repeat under one `Idempotency-Key`. */
  readonly attemptId: string
  /** The `Accept` header. */
  readonly accept: string
}

interface Facts {
  readonly operationId: string
  readonly summary: string
  readonly description?: string
  readonly route: `${Method} /${string}`
  /** Who may call it; an admin may do whatever a supervisor may. @default every agent */
  readonly role?: Role
  /** Its body holds what makes a repeat a repeat, so it needs no `Idempotency-Key`. */
  readonly keyInBody?: true
  /** Successful answers by status. */
  readonly answers: Readonly<Record<number, Documented>>
  /** Statuses that it refuses with, besides 400, 401, 413, 429, 500 and 503, which any operation may give. */
  readonly problems: readonly (403 | 404 | 409 | 410 | 415)[]
}

/** What one verb of the API takes, does and answers: the door validates with it, and the document is written from it. */
export interface OperationSpec<Ports, Path, Query, Body> extends Facts {
  readonly path?: z.ZodMiniType<Path>
  readonly query?: z.ZodMiniType<Query>
  readonly body?: z.ZodMiniType<Body>
  readonly bodyExample?: unknown
  run(ports: Ports, request: OperationRequest<Path, Query, Body>): Promise<Answer>
}

export interface Unread {
  readonly agent: Agent
  readonly path: unknown
  readonly query: unknown
  readonly body: unknown
  readonly attemptId: string
  readonly accept: string
}

/** An operation among others: what its schemas make of a request stays between them and `run`. */
export interface Operation<Ports> extends Facts {
  readonly path?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  readonly bodyExample?: unknown
  carryOut(ports: Ports, unread: Unread): Promise<Answer>
}
