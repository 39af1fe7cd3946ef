/**
 * What the virtual machine boots: Debian's kernel and a first file system with the programs that run in it. Made once
 * and kept outside of the checkout; made anew when a package, the Node that runs in it or this file has changed.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { forgetUnused, markUsed } from './cache.ts';
import { writeArchive } from './newc.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');

/** Packages whose programs and libraries go into the machine. */
const PACKAGES = [
  'usbip udev kmod nut-server nut-client apcupsd',
  'libusb-1.0-0 libusb-0.1-4 libudev1 libkmod2 libacl1 libblkid1 libcap2 libselinux1',
  'libnspr4 libnss3 libnutscan2 libupsclient6 libwrap0 libnsl2 libtirpc3',
].flatMap((line) => line.split(' '));
/** Kernel modules; what they depend on is loaded before them. */
const MODULES = ['uhid', 'hid-generic', 'usbhid', 'vhci-hcd', 'e1000'];
/** Programs of the packages, and where the machine has them. */
const PROGRAMS: Readonly<Record<string, string>> = {
  'lib/nut/usbhid-ups': 'lib/nut/usbhid-ups',
  'lib/nut/upsd': 'lib/nut/upsd',
  'bin/upsc': 'bin/upsc',
  'bin/upscmd': 'bin/upscmd',
  'bin/upsrw': 'bin/upsrw',
  'bin/udevadm': 'bin/udevadm',
  'sbin/apcupsd': 'bin/apcupsd',
  'sbin/apcaccess': 'bin/apcaccess',
  'etc/apcupsd/apccontrol': 'etc/apcupsd/apccontrol',
  'usr/share/nut/driver.list': 'usr/share/nut/driver.list',
  'usr/share/nut/cmdvartab': 'usr/share/nut/cmdvartab',
};
const BUSYBOX = 'sh mount mkdir insmod cat chmod chown ln ls sleep dd printf poweroff ip grep kill rm stty'.split(' ');
/** Packages of the product with native parts: they cannot be bundled. */
export const NATIVE = ['node-hid', 'serialport', '@photostructure/sqlite'] as const;
const FOLDERS =
  'bin bench dev etc/nut etc/udev/rules.d lib/modules lib64 lib/nut lib/udev/rules.d lib/x86_64-linux-gnu proc run/nut sys tmp usr/bin usr/share/nut var/lib/nut var/lock var/log etc/apcupsd'.split(
    ' ',
  );

/** Files to boot from. */
export interface Artifacts {
  readonly kernel: string;
  readonly base: string;
}

/** Where everything that may be made again is kept. */
export function cacheFolder(): string {
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  return join(cache, 'mainstay', 'usb-bench');
}

/** The artifacts, made now if they are not there yet. Needs Debian's package tools. */
export async function prepareArtifacts(): Promise<Artifacts> {
  const cache = cacheFolder();
  const debs = join(cache, 'debs');
  await mkdir(debs, { recursive: true });
  const kernelPackage = (await downloadedKernel(debs)) ?? (await kernelName());
  for (const name of [kernelPackage, ...PACKAGES]) await download(debs, name);
  const files = (await readdir(debs)).toSorted();
  const node = join(ROOT, 'node_modules/node/bin/node');
  const { stdout: version } = await run(node, ['--version']);
  const own = await readFile(import.meta.filename);
  const lock = await readFile(join(ROOT, 'package-lock.json'));
  const key = createHash('sha256').update(files.join()).update(version).update(own).update(lock).digest('hex');
  const folder = join(cache, key.slice(0, 16));
  const artifacts = { kernel: join(folder, 'vmlinux'), base: join(folder, 'base.cpio') };
  if (!existsSync(folder)) {
    const work = `${folder}.${process.pid}`;
    try {
      await make(work, debs, kernelPackage, node);
      await rename(work, folder).catch((thrown: unknown) => {
        // Another run has made the same in the meantime.
        if (!existsSync(folder)) throw thrown;
      });
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await markUsed(folder);
  await forgetUnused(cache);
  return artifacts;
}

/** The kernel that is there already: a machine that has everything needs no network. */
async function downloadedKernel(debs: string): Promise<string | undefined> {
  const [file] = (await readdir(debs)).filter((name) => name.startsWith('linux-image-'));
  return file?.split('_')[0];
}

async function kernelName(): Promise<string> {
  const { stdout } = await run('apt-cache', ['depends', 'linux-image-amd64']);
  const name = /Depends: (linux-image-\S+)/.exec(stdout)?.[1];
  if (name === undefined) throw new Error(`apt-cache knows no kernel:\n${stdout}`);
  return name;
}

async function download(folder: string, name: string): Promise<void> {
  if ((await readdir(folder)).some((file) => file.startsWith(`${name}_`))) return;
  await run('apt-get', ['download', '-q', name], { cwd: folder });
}

async function make(work: string, debs: string, kernelPackage: string, node: string): Promise<void> {
  const packages = join(work, 'packages');
  const root = join(work, 'root');
  const release = kernelPackage.replace('linux-image-', '');
  for (const path of [packages, ...FOLDERS.map((each) => join(root, each))]) await mkdir(path, { recursive: true });
  for (const file of await readdir(debs)) {
    // Of the kernel 30 MB are needed, and not 400.
    const only = file.startsWith('linux-image')
      ? `'./boot/vmlinuz-*' './lib/modules/*/modules.*' './lib/modules/*/kernel/drivers/hid/*' './lib/modules/*/kernel/drivers/usb/*' './lib/modules/*/kernel/drivers/net/ethernet/intel/e1000/*'`
      : `'*'`;
    await shell(
      `dpkg-deb --fsys-tarfile ${quote(join(debs, file))} | tar -x -C ${quote(packages)} --wildcards ${only}`,
    );
  }
  await unpackKernel(join(packages, 'boot', `vmlinuz-${release}`), join(work, 'vmlinux'));
  await copyModules(packages, release, root);
  await copyPrograms(packages, root, node);
  await copyLibraries(packages, root);
  await writeFile(
    join(root, 'etc/passwd'),
    'root:x:0:0:root:/:/bin/sh\nnut:x:0:0:nut:/:/bin/sh\napp:x:1000:1000::/:/bin/sh\n',
  );
  await writeFile(join(root, 'etc/group'), 'root:x:0:\nnut:x:0:\nplugdev:x:46:app\napp:x:1000:\n');
  await writeArchive(root, join(work, 'base.cpio'));
  for (const path of [packages, root]) await rm(path, { recursive: true });
}

/** Booting the kernel that lies packed inside vmlinuz spares its unpacking, which is slow in an emulated processor. */
async function unpackKernel(packed: string, target: string): Promise<void> {
  const bytes = await readFile(packed);
  const at = bytes.indexOf(Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]));
  if (at === -1) throw new Error(`${packed} holds no kernel packed with xz.`);
  await writeFile(`${target}.xz`, bytes.subarray(at));
  // xz complains of what follows the packed kernel; whether it is whole is seen below.
  await shell(`xz -dc --single-stream ${quote(`${target}.xz`)} > ${quote(target)} || true`);
  await rm(`${target}.xz`);
  const magic = (await readFile(target)).subarray(1, 4).toString('latin1');
  if (magic !== 'ELF') throw new Error(`What lay in ${packed} is no kernel.`);
}

async function copyModules(packages: string, release: string, root: string): Promise<void> {
  // kmod is told by its own name what to do.
  const named = async (name: string, ...parameters: readonly string[]): Promise<string> => {
    const path = join(packages, name);
    if (!existsSync(path)) await symlink('bin/kmod', path);
    const { stdout } = await run(path, parameters);
    return stdout;
  };
  await named('depmod', '-b', packages, release);
  const order: string[] = [];
  for (const module of MODULES) {
    const listed = await named('modprobe', '-d', packages, '-S', release, '--show-depends', module);
    for (const [, path = ''] of listed.matchAll(/^insmod (\S+)/gm)) {
      if (order.includes(basename(path))) continue;
      order.push(basename(path));
      await copyFile(path, join(root, 'lib/modules', basename(path)));
    }
  }
  await writeFile(join(root, 'lib/modules/order'), `${order.join('\n')}\n`);
}

async function copyPrograms(packages: string, root: string, node: string): Promise<void> {
  await copyFile('/bin/busybox', join(root, 'bin/busybox'));
  for (const name of BUSYBOX) await symlink('busybox', join(root, 'bin', name));
  await copyFile(node, join(root, 'usr/bin/node'));
  for (const [from, to] of Object.entries(PROGRAMS))
    await cp(join(packages, from), join(root, to), { dereference: true });
  await symlink('../bin/udevadm', join(root, 'lib/systemd-udevd'));
  for (const name of await nativePackages()) {
    const from = join(ROOT, 'node_modules', name);
    const to = join(root, 'bench/node_modules', name);
    await cp(from, to, { recursive: true, filter: (path) => belongs(path.slice(from.length)) });
  }
  await chmod(join(root, 'bin/busybox'), 0o755);
}

/** The native packages and all that they need. */
async function nativePackages(): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  const add = async (name: string): Promise<void> => {
    if (found.has(name)) return;
    found.add(name);
    const text = await readFile(join(ROOT, 'node_modules', name, 'package.json'), 'utf8');
    const read: unknown = JSON.parse(text);
    const needs = typeof read === 'object' && read !== null && 'dependencies' in read ? read.dependencies : {};
    for (const each of Object.keys(needs ?? {})) await add(each);
  };
  for (const name of NATIVE) await add(name);
  return found;
}

/** Sources, and builds for other systems, stay outside. */
function belongs(path: string): boolean {
  if (/^\/(hidapi|test|docs|node_modules)(\/|$)|\.(c|cc|cpp|h)$/.test(path)) return false;
  const build = /\/prebuilds\/([^/]+)/.exec(path)?.[1];
  return build === undefined || build.endsWith('linux-x64');
}

/** The libraries of every program and native module: those of the packages first, this machine's own else. */
async function copyLibraries(packages: string, root: string): Promise<void> {
  const folders = ['usr/lib/x86_64-linux-gnu', 'lib/x86_64-linux-gnu'].map((each) => join(packages, each));
  const environment = { ...process.env, LD_LIBRARY_PATH: folders.join(':') };
  const programs = await readdir(root, { recursive: true, withFileTypes: true });
  const wanted = new Set<string>();
  for (const entry of programs.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    if (!/\/(bin|lib\/nut)\/[^/]+$|\.node$/.test(path) || entry.name === 'busybox') continue;
    const { stdout } = await run('ldd', [path], { env: environment }).catch(() => ({ stdout: '' }));
    for (const [, linked, direct] of stdout.matchAll(/=> (\/\S+)|^\t(\/lib64\/\S+)/gm))
      wanted.add(linked ?? direct ?? '');
  }
  for (const path of wanted) {
    const folder = dirname(path) === '/lib64' ? 'lib64' : 'lib/x86_64-linux-gnu';
    await cp(path, join(root, folder, basename(path)), { dereference: true });
  }
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

async function shell(command: string): Promise<void> {
  await run('bash', ['-o', 'pipefail', '-c', command], { maxBuffer: 16 * 1024 * 1024 });
}
