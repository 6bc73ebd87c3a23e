import type { Judged } from './trigger.ts'

/** Whether a company wants a trigger at all, and on the channel of this message. */
export const isOn = (
  { channel }: Pick<Judged, 'channel'>,
  { enabled, exceptOn }: { readonly enabled: boolean; readonly exceptOn: readonly string[] },
): boolean => enabled && !(channel !== undefined && exceptOn.includes(channel))
