import company from '#config'

/** The sample company, whose agents have ten seconds to accept. */
export default { ...company, knowledge: { ...company.knowledge, folder: '../../../knowledge' }, lease: { seconds: 10 } }
