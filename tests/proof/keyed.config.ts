import sample from '#config'

/** The sample company, with a key of its own over everything that it keeps. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge' },
  encryption: { customerManagedKey: true },
}
