import { isLoopbackAddress, isPublicAddress } from '#lib/pictures/fetch/public-address.ts'

it.each(['93.184.216.34', '8.8.8.8', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001::1'])(
  'knows %s as public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true)
  },
)

it.each([
  ['127.0.0.1', 'this machine'],
  ['127.255.255.254', 'this machine'],
  ['0.0.0.0', 'this machine, by another name'],
  ['10.1.2.3', 'private'],
  ['172.16.0.1', 'private'],
  ['192.168.1.1', 'private'],
  ['100.64.0.1', 'a provider’s inner net'],
  ['100.100.100.200', 'a provider’s inner net, where Alibaba keeps its metadata'],
  ['169.254.169.254', 'metadata of AWS, Google, Azure'],
  ['192.0.0.192', 'metadata of Oracle'],
  ['168.63.129.16', 'services of Azure'],
  ['224.0.0.1', 'many at once'],
  ['255.255.255.255', 'all at once'],
  ['::', 'nothing'],
  ['::1', 'this machine'],
  ['::ffff:127.0.0.1', 'this machine as mapped IPv4'],
  ['::ffff:8.8.8.8', 'mapped IPv4, whatever it maps'],
  ['64:ff9b::7f00:1', 'this machine through NAT64'],
  ['64:ff9b:1::a00:1', 'a private address through NAT64 of one’s own'],
  ['::127.0.0.1', 'this machine in the old way'],
  ['2002:7f00:1::', 'this machine through 6to4'],
  ['2001:0:4136:e378:8000:63bf:3fff:fdd2', 'Teredo'],
  ['fd00:ec2::254', 'metadata of AWS over IPv6'],
  ['fe80::1', 'this cable'],
  ['ff02::1', 'everyone on this cable'],
  ['2001:db8::1', 'documentation'],
  ['localhost', 'no address'],
  ['', 'nothing'],
])('does not take %s for public: %s', (address) => {
  expect(isPublicAddress(address)).toBe(false)
})

it('knows this machine by its addresses', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1'].every(isLoopbackAddress)).toBe(true)
  expect(['128.0.0.1', '::2', '10.0.0.1', 'localhost'].some(isLoopbackAddress)).toBe(false)
})
