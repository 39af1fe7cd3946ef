/**
 * What the guest boots: Debian with systemd as init, on a disk image that every test lays its own changes over. Made
 * once, by root and with Debian's packages only, and kept outside of the checkout.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { writeArchive } from '../usb-bench/newc.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '../..');
const GUEST = join(import.meta.dirname, 'guest');
const NODE = join(ROOT, 'node_modules/node/bin/node');
const RELEASE = 'bookworm';

/** Beyond Debian's essential packages; what they need comes with them. */
const PACKAGES = 'systemd systemd-sysv dbus udev kmod polkitd nut-client nut-server socat libusb-1.0-0 libudev1';
/** A kernel made for virtual machines: fewer drivers to wait for. */
const KERNEL = 'linux-image-cloud-amd64';
/** What the kernel does not bring along but the guest needs, in the order in which it can be loaded. */
const MODULES = [
  'virtio/virtio_ring virtio/virtio virtio/virtio_pci_legacy_dev virtio/virtio_pci_modern_dev virtio/virtio_pci',
  'block/virtio_blk char/virtio_console',
].flatMap((line) => line.split(' ').map((path) => `drivers/${path}`));
const BUSYBOX = 'sh mount umount mkdir insmod cp switch_root'.split(' ');

/** Units that cost an emulated processor seconds and say nothing about power. */
const MASKED = [
  'getty.target getty@tty1.service serial-getty@ttyS0.service console-getty.service autovt@.service',
  'apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer',
  'systemd-tmpfiles-clean.timer systemd-pstore.service systemd-fsck-root.service systemd-remount-fs.service',
  'systemd-networkd.service systemd-resolved.service systemd-timesyncd.service networking.service',
  'systemd-update-utmp.service systemd-update-utmp-runlevel.service systemd-random-seed.service',
  'systemd-binfmt.service proc-sys-fs-binfmt_misc.automount dev-hugepages.mount dev-mqueue.mount',
  'sys-kernel-debug.mount sys-kernel-tracing.mount sys-fs-fuse-connections.mount sys-kernel-config.mount',
  'systemd-hwdb-update.service systemd-machine-id-commit.service systemd-sysusers.service ldconfig.service',
  'systemd-journal-catalog-update.service systemd-update-done.service',
  'systemd-modules-load.service kmod-static-nodes.service modprobe@.service systemd-sysctl.service',
  'systemd-ask-password-wall.path systemd-ask-password-console.path remote-fs.target',
].flatMap((line) => line.split(' '));

/** Entries that nobody has used for so long are removed. Milliseconds. */
const KEPT_FOR = 14 * 24 * 3_600_000;

/** Files to boot from. */
export interface Image {
  readonly kernel: string;
  /** The first file system; what else is appended to it is on the disk after that start. */
  readonly initrd: string;
  /** The disk, as it is before any test. Never written. */
  readonly disk: string;
}

/** The image, made now if there is none of this recipe yet. Needs root, mmdebstrap, mke2fs, busybox and apt's lists. */
export async function prepareImage(): Promise<Image> {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'mainstay', 'power-bench');
  await mkdir(cache, { recursive: true });
  const folder = join(cache, await recipe());
  if (!existsSync(folder)) await make(folder);
  await utimes(folder, new Date(), new Date());
  await removeOld(cache);
  return { kernel: join(folder, 'vmlinuz'), initrd: join(folder, 'initrd'), disk: join(folder, 'disk') };
}

/** A name for everything that the image is made of. */
async function recipe(): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await readFile(import.meta.filename));
  for (const name of (await readdir(GUEST)).toSorted()) hash.update(name).update(await readFile(join(GUEST, name)));
  const { stdout: version } = await run(NODE, ['--version']);
  return hash.update(version).digest('hex').slice(0, 16);
}

async function removeOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (Date.now() - (await stat(path)).mtimeMs > KEPT_FOR) await rm(path, { recursive: true, force: true });
  }
}

async function make(folder: string): Promise<void> {
  const began = performance.now();
  console.log('power bench: making the disk image (once for this recipe)');
  const work = `${folder}.${process.pid}`;
  const root = join(work, 'root');
  await mkdir(join(work, 'kernel'), { recursive: true });
  try {
    const mirror = await mirrorOfDebian();
    await Promise.all([makeRoot(root, mirror), makeKernel(join(work, 'kernel'), work)]);
    await configure(root);
    await program('mke2fs', ['-q', '-t', 'ext4', '-d', root, '-L', 'bench', join(work, 'disk'), '2G']);
    for (const path of ['root', 'kernel']) await rm(join(work, path), { recursive: true });
    await rename(work, folder).catch(async (thrown: unknown) => {
      // Another run may have made the same meanwhile.
      if (!existsSync(folder)) throw thrown;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  console.log(`power bench: the disk image took ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

/** Where this machine gets Debian's packages from. */
async function mirrorOfDebian(): Promise<string> {
  const format = '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)';
  const { stdout } = await run('apt-get', ['indextargets', '--format', format, 'Created-By: Packages']);
  const found = stdout.split('\n').find((line) => line.startsWith('Debian|Debian|main|'));
  const uri = found?.split('|').at(-1);
  if (uri === undefined) throw new Error(`apt knows no mirror of Debian; run apt-get update:\n${stdout}`);
  return uri;
}

async function makeRoot(root: string, mirror: string): Promise<void> {
  const left = ['/usr/share/doc/*', '/usr/share/man/*', '/usr/share/locale/*'];
  await program('mmdebstrap', [
    '--quiet',
    '--mode=root',
    '--variant=minbase',
    `--include=${PACKAGES.split(' ').join(',')}`,
    ...left.map((path) => `--dpkgopt=path-exclude=${path}`),
    '--aptopt=Apt::Install-Recommends "false"',
    RELEASE,
    root,
    mirror,
  ]);
}

/** Only the kernel's image and a few modules are needed; the whole package would be a third of the disk. */
async function makeKernel(folder: string, target: string): Promise<void> {
  const { stdout } = await run('apt-cache', ['depends', KERNEL]);
  const name = /Depends: (linux-image-\S+)/.exec(stdout)?.[1];
  if (name === undefined) throw new Error(`apt-cache knows no ${KERNEL}; run apt-get update:\n${stdout}`);
  await program('apt-get', ['download', '-q', name], folder);
  const [file = ''] = await readdir(folder);
  await program('dpkg-deb', ['-x', file, '.'], folder);
  const release = name.replace('linux-image-', '');
  await copyFile(join(folder, 'boot', `vmlinuz-${release}`), join(target, 'vmlinuz'));

  const first = join(target, 'first');
  for (const path of ['bin', 'modules', 'root', 'proc', 'sys', 'dev'])
    await mkdir(join(first, path), { recursive: true });
  await copyFile('/bin/busybox', join(first, 'bin/busybox'));
  for (const each of BUSYBOX) await symlink('busybox', join(first, 'bin', each));
  for (const each of MODULES) {
    const module = `${each.split('/').at(-1)}`;
    await copyFile(
      join(folder, 'lib/modules', release, 'kernel', `${each}.ko`),
      join(first, 'modules', `${module}.ko`),
    );
    await appendFile(join(first, 'modules/order'), `${module}\n`);
  }
  await copyFile(join(GUEST, 'init.sh'), join(first, 'init'));
  await chmod(join(first, 'init'), 0o755);
  await writeArchive(first, join(target, 'initrd'));
  await rm(first, { recursive: true });
}

/** Makes Debian's fresh system the guest. */
async function configure(root: string): Promise<void> {
  const units = join(root, 'etc/systemd/system');
  const install = async (from: string, to: string, mode: number): Promise<void> => {
    await mkdir(dirname(join(root, to)), { recursive: true });
    await cp(from, join(root, to), { dereference: true });
    await chmod(join(root, to), mode);
  };
  // A system without an identity would go through its first start each time.
  await writeFile(join(root, 'etc/machine-id'), `${createHash('md5').update('power-bench').digest('hex')}\n`);
  await writeFile(join(root, 'etc/hostname'), 'guest\n');
  await writeFile(join(root, 'etc/hosts'), '127.0.0.1 localhost guest\n');
  await writeFile(join(root, 'etc/fstab'), '');
  await install(join(GUEST, 'journald.conf'), 'etc/systemd/journald.conf', 0o644);
  await install(join(GUEST, 'agent.sh'), 'usr/local/lib/bench-agent', 0o755);
  await install(join(GUEST, 'agent.service'), 'etc/systemd/system/bench-agent.service', 0o644);
  // Where the product looks for its own Node.
  await install(NODE, 'opt/mainstay/node_modules/node/bin/node', 0o755);
  // Which programs watch the UPS is the test's choice; Debian starts NUT when it is installed.
  await rm(join(units, 'nut.target.wants'), { recursive: true, force: true });
  await rm(join(units, 'multi-user.target.wants'), { recursive: true, force: true });
  for (const unit of MASKED) {
    await rm(join(units, unit), { force: true });
    await symlink('/dev/null', join(units, unit));
  }
  await mkdir(join(units, 'sysinit.target.wants'), { recursive: true });
  await symlink('../bench-agent.service', join(units, 'sysinit.target.wants/bench-agent.service'));
}

/** Runs a program to its end; its complaints become the error's. */
async function program(command: string, parameters: readonly string[], cwd = ROOT): Promise<void> {
  await run(command, parameters, { cwd, maxBuffer: 16 * 1024 * 1024 });
}
