import sample from '#config'

/** The sample company, with a key of its own over everything that it keeps, and a bus that hears of its handoffs. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge' },
  encryption: { customerManagedKey: true },
  events: {},
}
