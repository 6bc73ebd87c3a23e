/** Share one token claim with team ids, so no team may bear their names. */
export const roles = ['supervisor', 'admin'] as const
