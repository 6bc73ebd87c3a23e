/** Whose it is, is not told: that somebody is a customer is nobody else's to learn. */
export class IdentityTakenError extends Error {
  override readonly name = 'IdentityTakenError'

  constructor(names: readonly string[]) {
    const fields = names.map((name) => `verified.${name}`).join(', ')
    super(`${fields}: another customer has it: must be one customer's alone`)
  }
}

/** Every try met another writer of the same profile; nothing was written. */
export class CustomerBusyError extends Error {
  override readonly name = 'CustomerBusyError'

  constructor(rounds: number) {
    super(`the customer is being changed by others: ${rounds} tries were refused`)
  }
}
