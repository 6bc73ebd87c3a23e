import { expect, test } from 'vitest'
import {
  assistantUnavailable,
  type UnavailableCause,
  unavailableCauses,
} from '#shared/triggers/assistant-unavailable.ts'

test.each(Object.keys(unavailableCauses) as UnavailableCause[])(
  '%s fires, and says why in words an agent understands',
  (cause) => {
    const fired = assistantUnavailable(cause)

    expect(fired).toMatchObject({ trigger: 'assistant-unavailable', kind: 'failure', evidence: { detail: cause } })
    expect(fired.reason).toBe(`the assistant could not answer: ${unavailableCauses[cause]}`)
  },
)
