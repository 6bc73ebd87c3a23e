import { describe, expect, test } from 'vitest'
import { addressIn, isPublicAddress } from '#shared/config/public-address.ts'

/** The first and the last address of each range that is nobody's on the Internet. */
const ranges: readonly (readonly [string, string])[] = [
  ['0.0.0.0', '0.255.255.255'],
  ['10.0.0.0', '10.255.255.255'],
  ['100.64.0.0', '100.127.255.255'],
  ['127.0.0.0', '127.255.255.255'],
  ['169.254.0.0', '169.254.255.255'],
  ['172.16.0.0', '172.31.255.255'],
  ['192.0.0.0', '192.0.0.255'],
  ['192.0.2.0', '192.0.2.255'],
  ['192.88.99.0', '192.88.99.255'],
  ['192.168.0.0', '192.168.255.255'],
  ['198.18.0.0', '198.19.255.255'],
  ['198.51.100.0', '198.51.100.255'],
  ['203.0.113.0', '203.0.113.255'],
  ['224.0.0.0', '255.255.255.255'],
  ['::', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001::', '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['2002::', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['4000::', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
]

/** Right before and right after them. */
const neighbours = [
  ['1.0.0.0', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255', '128.0.0.0'],
  ['169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0', '191.255.255.255', '192.0.1.0', '192.0.3.0'],
  ['192.88.98.255', '192.88.100.0', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0'],
  ['198.51.99.255', '198.51.101.0', '203.0.112.255', '203.0.114.0', '223.255.255.255'],
  ['2000::', '2001:200::', '2001:db7:ffff::', '2001:db9::', '2001:ffff::', '2003::', '3ffe:ffff::', '3fff:1000::'],
].flat()

/** As a resolver or the URL parser may give them. */
const inDisguise = [
  '::1',
  '::',
  '::127.0.0.1',
  '::ffff:127.0.0.1',
  '::ffff:8.8.8.8',
  '::ffff:a9fe:a9fe',
  '64:ff9b::169.254.169.254',
  '64:ff9b:1::a9fe:a9fe',
  '2002:7f00:1::',
  'fd00:ec2::254',
  'fe80::1',
  'fe80::1%lo',
  '2a00:1450:4001:82a::200e%eth0',
  'ff02::1',
]

describe('what is not public', () => {
  test.each(ranges)('%s to %s', (first, last) => {
    expect([first, last].map(isPublicAddress)).toEqual([false, false])
  })

  test.each(inDisguise)('%s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['', 'localhost', '127.1', '0x7f.0.0.1', '2130706433', '8.8.8.8 ', '[::1]', '8.8.8.8:443'])(
    '%j, which is no address',
    (text) => {
      expect(isPublicAddress(text)).toBe(false)
    },
  )
})

test.each(neighbours)('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
})

test('an address in a URL is one in whatever spelling', () => {
  const spellings = ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '①②⑦.0.0.1', '127.0.0.1.']

  expect(spellings.map((host) => addressIn(new URL(`https://${host}/`)))).toEqual(spellings.map(() => '127.0.0.1'))
  expect(addressIn(new URL('https://[::ffff:127.0.0.1]/'))).toBe('::ffff:7f00:1')
})

test('a name is no address', () => {
  expect(addressIn(new URL('https://files.slack.com/'))).toBeUndefined()
})
