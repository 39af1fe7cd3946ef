import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drivers } from '../../../../drivers/index.ts';
import { RULES, rulesText } from '../../../../scripts/generate-udev.ts';

describe('the udev rules that are shipped', () => {
  it('are those of the USB numbers that the drivers know', () => {
    expect(readFileSync(RULES, 'utf8')).toBe(rulesText(drivers));
  });

  it('name vendor and product, and open the device to whoever sits there', () => {
    const text = rulesText([{ port: 'hid', found: [{ usb: { vendor: 0x51d, product: 2 } }] }]);
    expect(text).toContain('\nSUBSYSTEM=="hidraw", ATTRS{idVendor}=="051d", ATTRS{idProduct}=="0002", MODE="0660"');
    expect(text).toContain('TAG+="uaccess"');
  });
});
