import type { ToolCaller } from './tool.ts'

/** The ways to a company's tools, by what their targets name. */
export interface ToolCallers {
  readonly url: ToolCaller
  readonly lambda: ToolCaller
}

export const byTarget = (callers: ToolCallers): ToolCaller => ({
  call: (call, timeoutMs) => ('lambda' in call.tool.target ? callers.lambda : callers.url).call(call, timeoutMs),
})

/** Opened by the first call: most companies' tools are at URLs, and most turns ask none. */
export const laterCaller = (open: () => Promise<ToolCaller>): ToolCaller => {
  let opened: Promise<ToolCaller> | undefined
  return {
    call: async (call, timeoutMs) => {
      opened ??= open()
      return (await opened).call(call, timeoutMs)
    },
  }
}
