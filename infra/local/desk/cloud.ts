import type { ChannelName } from '#shared/config/config.ts'
import type { CallCount } from '../gateway/call-counter.ts'
import type { ExchangeObserver } from '../gateway/exchange.ts'
import type { Json, JsonObject } from '../json.ts'
import type { LineSink } from '../lambda/execution-environment.ts'
import type { Mood } from '../model/moods.ts'
import type { FakeProvider } from '../providers/fake-provider.ts'
import type { Depth } from '../queue/queue-contents.ts'
import type { RunningStack } from '../run-stack.ts'
import type { Ready } from './ready.ts'
import type { Reply } from './replies.ts'

export interface LocalCloudOptions {
  /** Of the HTTP API on 127.0.0.1. @default any free one */
  readonly port?: number
  /** Where replies to customers are posted, signed. @default the cloud keeps and shows them itself */
  readonly callbackUrl?: string
  /** Channels whose providers this machine plays: connected beside what the configuration says. @default none */
  readonly channels?: readonly ChannelName[]
  /** Keeps table, files, queues, secrets and the issuer's key across restarts. @default nothing is kept */
  readonly dataFolder?: string
  /** Uses Amazon Bedrock under the developer's own credentials, instead of the stand-in. */
  readonly bedrock?: boolean
  /** @default baton.config.ts */
  readonly configPath?: string
  /** Sees every line the functions write. */
  readonly writeLine?: LineSink
  /** Sees every reply that comes to the cloud's own callback. */
  readonly onReply?: (reply: Reply) => void
  /** Changes the synthesised template before it runs: the fault that a test plants. */
  readonly changeTemplate?: (template: JsonObject) => void
  /** Sees every call to AWS with its answer, as it went over the wire. */
  readonly onExchange?: ExchangeObserver
  /** Ends the cloud, also while it is still starting. */
  readonly signal?: AbortSignal
  readonly onAnswer?: (method: string, path: string, status: number) => void
}

/** For an SDK client beside the functions, held to no role. */
export interface OperatorAccess {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
}

export interface LocalCloud {
  readonly url: string
  readonly ready: Ready
  readonly running: RunningStack
  /** Those that this machine plays. */
  readonly providers: ReadonlyMap<ChannelName, FakeProvider>
  readonly operator: OperatorAccess
  calls(): CallCount[]
  resetCalls(): void
  queues(): Record<string, Depth>
  setMood(mood: Mood): void
  /** Runs the sweep now and waits for it. */
  sweep(): Promise<Json>
  report(): Promise<Json>
  /** A fresh token of a known agent; undefined for anybody else. */
  token(agentId: string, validSeconds?: number): Promise<string | undefined>
  /** What the sample company's orders answer to a signed call. @throws when its signature is wrong */
  answerOrder(body: string, headers: Record<string, string>): object
  replies(): readonly Reply[]
  /** Has the console ready for whoever asks for it first. */
  buildConsole(): Promise<void>
  close(): Promise<void>
}
