import type { CompanyTool } from '../config/config.ts'
import type { ToolFields } from './tool-record.ts'

/** For whom a tool is called: the platform says it, and only where somebody vouches for it. */
export interface ToolCustomer {
  readonly id: string
  readonly account?: string
  readonly verified: Readonly<Record<string, string>>
}

export interface ToolCall {
  readonly tool: CompanyTool
  /** Idempotency key. */
  readonly id: string
  readonly conversationId: string
  readonly customer?: ToolCustomer
  readonly input: ToolFields
}

export type ToolAnswer =
  | { readonly kind: 'answered'; readonly text: string }
  /** `again`: another try may go better. */
  | { readonly kind: 'failed'; readonly cause: string; readonly again: boolean }

export const failed = (cause: string, again = false): ToolAnswer => ({ kind: 'failed', cause, again })

/** Asks a company's tool, once, within its time. Never throws. */
export interface ToolCaller {
  call(call: ToolCall, timeoutMs: number): Promise<ToolAnswer>
}

/** More than any answer that a customer can use; 64 KiB of them are kept with one message. */
export const answerLimitBytes = 32 * 1024

/** A turn that decides anew, because another writer came first, has its answers already. */
export const onceEach = (caller: ToolCaller): ToolCaller => {
  const answers = new Map<string, Promise<ToolAnswer>>()
  return {
    call: async (call, timeoutMs) => {
      const asked = answers.get(call.id) ?? caller.call(call, timeoutMs)
      answers.set(call.id, asked)
      const answer = await asked
      // Whoever asks a safe tool again wants another answer, not this one.
      if (answer.kind === 'failed' && answer.again && call.tool.safe) answers.delete(call.id)
      return answer
    },
  }
}
