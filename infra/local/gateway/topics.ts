import type { AwsCall } from '../iam/access-requests.ts'
import { element, type ObjectAnswer, xml } from '../object/object-answer.ts'

const longestSubject = 100

/** A topic without subscribers: it takes every message that SNS would take. SNS alone still speaks forms and XML. */
export const publish = (call: AwsCall): ObjectAnswer => ({ ...answerTo(call), headers: { 'content-type': 'text/xml' } })

const answerTo = ({ operation, input }: AwsCall): ObjectAnswer => {
  const subject = input.Subject === undefined ? undefined : String(input.Subject)
  const wrong =
    operation !== 'Publish' ||
    String(input.Message ?? '') === '' ||
    (subject !== undefined && (subject.length > longestSubject || !/^[\x20-\x7e]+$/.test(subject)))
  if (wrong)
    return xml(400, 'ErrorResponse', [
      element('Error', [
        element('Type', 'Sender'),
        element('Code', 'InvalidParameter'),
        element('Message', 'Invalid parameter'),
      ]),
    ])
  return xml(200, 'PublishResponse', [element('PublishResult', [element('MessageId', crypto.randomUUID())])])
}
