/** A customer's messages, one after the other, as the sample company's customers might write them. */
export const answeredConversations: readonly (readonly string[])[] = [
  [
    'How many days do I have to send back a lamp?',
    'And what does the return cost me?',
    'Where do I find the return label?',
    'When will I get my money back?',
    'Can I exchange it for another colour instead?',
    'Are opened bulbs returnable?',
  ],
  [
    'How long is the warranty on your lamps?',
    'What is not covered by the warranty?',
    'My lamp is faulty, how do I make a claim?',
    'How long does a repair take?',
    'Do you have spare parts for old lamps?',
    'How do I clean a fabric lampshade?',
  ],
  [
    'What does delivery within Germany cost?',
    'How long does delivery of furniture take?',
    'Do you deliver to Austria?',
    'Is there express delivery?',
    'How can I track my order?',
    'Can I change the delivery appointment?',
  ],
]

/** Three messages that are answered, and a fourth that needs a person: found without a model, as most such wishes are. */
export const handedOffConversations: readonly (readonly string[])[] = [
  [
    'Which payment methods do you accept?',
    'How can I track my order?',
    'Do you deliver to Austria?',
    'I would like to speak to a person about my invoice, please',
  ],
  [
    'How do I clean a fabric lampshade?',
    'Do you have spare parts for old lamps?',
    'What does the return of a table cost?',
    'Please let me talk to a human being',
  ],
]

/** What is said once a person has it: the agent's answer, the customer's, and so on. */
export const withThePerson = {
  agent: [
    'Hello, this is Ada from Customer Care. I have read what you wrote and I am looking at your order right now.',
    'I have corrected it and sent you the new document by e-mail. Is there anything else that I can do for you?',
  ],
  customer: ['Thank you. The order is from last Tuesday, two lamps and a side table.', 'No, that is all. Thank you!'],
} as const
