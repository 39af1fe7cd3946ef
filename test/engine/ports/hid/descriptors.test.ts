import { describe, expect, it } from 'vitest';
import { assert, property, string, uint8Array } from 'fast-check';
import { findInRegistry } from '../../../../src-main/engine/ports/hid/descriptor-source-mac.ts';
import { descriptorScript } from '../../../../src-main/engine/ports/hid/descriptor-source-windows.ts';
import { faultOf, hasReportIds } from '../../../../src-main/engine/ports/hid/transport.ts';

/** The shape in which ioreg prints; the devices are made up. */
const REGISTRY = `
+-o AppleUserHIDDevice  <class AppleUserHIDDevice, id 0x100000a4f, registered, matched, active>
    {
      "VendorID" = 1309
      "ProductID" = 2
      "SerialNumber" = "4B1234P56789  "
      "ReportDescriptor" = <05840904a101c0>
    }

+-o AppleUserHIDDevice  <class AppleUserHIDDevice, id 0x100000a50, registered, matched, active>
    {
      "VendorID" = 1309
      "ProductID" = 2
      "SerialNumber" = "OTHER"
      "ReportDescriptor" = <05840904a10100c0>
    }
`;

describe('the I/O registry of macOS', () => {
  it('has the descriptor of the device with this serial number', () => {
    const device = { vendor: 1309, product: 2 };
    expect(findInRegistry(REGISTRY, { ...device, serial: 'OTHER' })).toEqual(
      Uint8Array.from([5, 0x84, 9, 4, 0xa1, 1, 0, 0xc0]),
    );
    expect(findInRegistry(REGISTRY, { ...device, serial: '4B1234P56789' })?.length).toBe(7);
    expect(findInRegistry(REGISTRY, { ...device, serial: 'NONE' })).toBeUndefined();
    expect(findInRegistry(REGISTRY, { vendor: 1, product: 2 })).toBeUndefined();
  });

  it('may hold anything', () => {
    assert(
      property(string(), (printed) => {
        expect(findInRegistry(printed, { vendor: 1, product: 2 })).toBeUndefined();
      }),
    );
  });
});

describe('the script for Windows', () => {
  it('keeps what a path holds as text', () => {
    const script = descriptorScript('C:\\lib.node', `x'; Remove-Item C:\\ #`);
    expect(script).toContain(`'x''; Remove-Item C:\\ #'`);
    expect(script).not.toContain(`'x';`);
  });
});

describe('report numbers', () => {
  it('are used where the descriptor has a Report ID item', () => {
    expect(hasReportIds(Uint8Array.from([0x05, 0x84, 0x85, 0x01, 0xc0]))).toBe(true);
    expect(hasReportIds(Uint8Array.from([0x05, 0x84, 0x09, 0x85, 0xc0]))).toBe(false);
    // The data of items, long ones too, are no items.
    expect(hasReportIds(Uint8Array.from([0xfe, 2, 0x10, 0x85, 1, 0xc0]))).toBe(false);
    expect(hasReportIds(Uint8Array.from([0x27, 0x85, 0x85, 0x85, 0x85]))).toBe(false);
  });

  it('are looked for in any bytes to their end', () => {
    assert(property(uint8Array({ maxLength: 300 }), (bytes) => typeof hasReportIds(bytes) === 'boolean'));
  });
});

describe('an error of the system', () => {
  it.each([
    ['could not get feature report from device: ioctl (GFEATURE): Broken pipe', 'refused'],
    ['could not get feature report from device: ioctl (GFEATURE): Input/output error', 'refused'],
    ['could not get feature report from device: ioctl (GFEATURE): Connection timed out', 'timeout'],
    ['could not get feature report from device: ioctl (GFEATURE): No such device', 'closed'],
    ['device has been closed', 'closed'],
  ])('%s means %s', (reason, fault) => {
    expect(faultOf(reason)).toBe(fault);
  });
});
