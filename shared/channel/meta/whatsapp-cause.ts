/** The customer was silent for 24 hours. */
export const windowClosed = 131047

/** What an agent can make something of; the number goes with all others. */
const meanings: Readonly<Record<number, string | undefined>> = {
  0: 'the access token is not valid any more',
  190: 'the access token is not valid any more',
  10: 'the access token does not permit it',
  368: 'the business account is blocked for a breach of policy',
  130497: 'customers in this country may not be written to',
  131026: 'the customer cannot be reached on WhatsApp',
  131031: 'the business account is locked',
  131042: 'there is a problem with the payment of the business account',
  131047: 'the customer was silent for 24 hours, and a template is needed',
  131049: 'Meta holds it back, since this customer was written to often',
  131050: 'the customer wants no more such messages',
  132001: 'the template does not exist in this language',
  132015: 'the template is paused',
  132016: 'the template is disabled',
}

export const whatsappCause = (code: number | undefined): string => {
  if (code === undefined) return 'WhatsApp answered failed'
  const meaning = meanings[code]
  return meaning ? `WhatsApp answered ${code}: ${meaning}` : `WhatsApp answered ${code}`
}
