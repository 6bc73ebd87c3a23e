import sample from '#config'

/** The sample company, whose table is exported each day and asked by Athena, under a key of its own. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge' },
  encryption: { customerManagedKey: true },
  export: {},
}
