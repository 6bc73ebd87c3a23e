import sample from '#config'

/** The sample company, with its articles in Amazon Bedrock Knowledge Bases. */
export default {
  ...sample,
  knowledge: { ...sample.knowledge, folder: '../../knowledge', store: 'bedrock' },
}
