/** What stops a command, and what to do about it: printed as it stands, without a stack. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
