import type { NetworkInterfaceInfo } from 'node:os';
import { expect, it } from 'vitest';
import { lanOrigins } from './lan-origins';

const at = (address: string, internal = false): NetworkInterfaceInfo[] => [
  {
    address,
    internal,
    family: 'IPv4',
    netmask: '255.255.255.0',
    mac: '00:00:00:00:00:00',
    cidr: `${address}/24`,
  },
];

it('the address of the room comes before those of containers, tunnels and the internet', () => {
  const interfaces = {
    lo: at('127.0.0.1', true),
    docker0: at('172.17.0.1'),
    'br-8c1f': at('172.18.0.1'),
    wg0: at('10.8.0.2'),
    eth0: at('203.0.113.9'),
    wlan0: at('192.168.1.40'),
    usb0: at('169.254.3.4'),
  };
  expect(lanOrigins(3000, interfaces)).toEqual([
    'http://192.168.1.40:3000',
    'http://203.0.113.9:3000',
    'http://172.17.0.1:3000',
    'http://172.18.0.1:3000',
    'http://10.8.0.2:3000',
  ]);
});

it('a machine that nobody else reaches is told so', () => {
  expect(() => lanOrigins(3000, { lo: at('127.0.0.1', true) })).toThrow('no address on a local network');
});
