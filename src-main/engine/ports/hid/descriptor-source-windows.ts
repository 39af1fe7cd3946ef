/**
 * Windows keeps no report descriptor, only what it has made of it ("preparsed data"). The library that opens devices
 * is built with hidapi, which rebuilds a descriptor of the same fields from that and exports the function that does
 * (`hid_get_report_descriptor`); its JavaScript side does not call it. A short PowerShell script calls it instead.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { DescriptorSource } from './descriptor-source.ts';
import { describeHid } from './trouble.ts';
import { say } from '../../../../src-shared/texts/say.ts';

const run = promisify(execFile);
/** Starting PowerShell and compiling the call takes seconds on a slow machine. */
const LIMIT = { timeout: 30_000, windowsHide: true };
/** The longest descriptor that hidapi returns (HID_API_MAX_REPORT_DESCRIPTOR_SIZE). */
const LONGEST = 4096;

/** Descriptors by path: a path names the same kind of device for as long as Windows runs. */
const read = new Map<string, Uint8Array>();

/** The way of Windows. */
export const windowsDescriptors: DescriptorSource = {
  read: async (device, path) => {
    const before = read.get(path);
    if (before !== undefined) return { ok: true, value: { bytes: before } };
    let why: string;
    try {
      const { stdout } = await run(
        'powershell.exe',
        ['-NoProfile', '-NonInteractive', '-EncodedCommand', encoded(descriptorScript(nativeLibrary(), path))],
        LIMIT,
      );
      const digits = stdout.trim();
      if (/^([0-9A-F]{2})+$/i.test(digits)) {
        const bytes = new Uint8Array(Buffer.from(digits, 'hex'));
        read.set(path, bytes);
        return { ok: true, value: { bytes } };
      }
      why = digits === '' ? say('port.windowsSilent') : digits;
    } catch (thrown) {
      why = thrown instanceof Error ? thrown.message : String(thrown);
    }
    const message = say('port.noDescriptorWindows', { device: describeHid(device), why });
    return { ok: false, error: { code: 'no-answer', message } };
  },
};

/** The file of the HID library for this processor; inside a packed program it lies beside the archive. */
function nativeLibrary(): string {
  const folder = dirname(createRequire(import.meta.url).resolve('node-hid/package.json'));
  const unpacked = folder.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked');
  const name = join('prebuilds', `HID-win32-${arch()}`, 'node-napi-v4.node');
  return join(existsSync(join(unpacked, name)) ? unpacked : folder, name);
}

/** Prints the descriptor's bytes in hex. Texts stand in single quotes, doubled inside, so that nothing in them runs. */
export function descriptorScript(library: string, path: string): string {
  return `
$ErrorActionPreference = 'Stop'
Add-Type -Namespace Mainstay -Name Library -MemberDefinition @'
[DllImport("kernel32", CharSet = CharSet.Unicode, SetLastError = true)] public static extern IntPtr LoadLibraryW(string name);
[DllImport("kernel32", CharSet = CharSet.Ansi)] public static extern IntPtr GetProcAddress(IntPtr library, string name);
[UnmanagedFunctionPointer(CallingConvention.Cdecl)] public delegate IntPtr Open([MarshalAs(UnmanagedType.LPStr)] string path);
[UnmanagedFunctionPointer(CallingConvention.Cdecl)] public delegate int Read(IntPtr device, byte[] buffer, UIntPtr size);
'@
$library = [Mainstay.Library]::LoadLibraryW(${quoted(library)})
$get = { param($name, $type) [Runtime.InteropServices.Marshal]::GetDelegateForFunctionPointer([Mainstay.Library]::GetProcAddress($library, $name), $type) }
$device = (& $get 'hid_open_path' ([Mainstay.Library+Open])).Invoke(${quoted(path)})
if ($device -eq [IntPtr]::Zero) { throw 'The device could not be opened' }
$buffer = New-Object byte[] ${LONGEST}
$length = (& $get 'hid_get_report_descriptor' ([Mainstay.Library+Read])).Invoke($device, $buffer, [UIntPtr]::new(${LONGEST}))
if ($length -le 0) { throw 'Windows gave no description of the device' }
[BitConverter]::ToString($buffer, 0, $length).Replace('-', '')
`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** As `-EncodedCommand` takes it: no quoting by the shell can change it. */
function encoded(script: string): string {
  return Buffer.from(script, 'utf16le').toString('base64');
}
