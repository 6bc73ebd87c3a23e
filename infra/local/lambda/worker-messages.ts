/** What a worker is started with. */
export interface WorkerSetting {
  readonly functionId: string
  readonly arn: string
  readonly folder: string
  readonly handler: string
  readonly memoryMegabytes: number
}

export interface Invoke {
  readonly requestId: string
  /** The event as JSON: a function gets its own copy, as over the wire. */
  readonly event: string
  readonly deadlineMs: number
}

export interface WorkerFailure {
  readonly errorType: string
  readonly errorMessage: string
  readonly stack?: string
}

export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly failure: WorkerFailure }
  | { readonly kind: 'answered'; readonly requestId: string; readonly payload: string }
  | { readonly kind: 'failed'; readonly requestId: string; readonly failure: WorkerFailure }
