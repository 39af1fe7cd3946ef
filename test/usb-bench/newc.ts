/** Archives as Linux unpacks them for its first file system (kernel documentation, early-userspace/buffer-format). */
import { Buffer } from 'node:buffer';
import { lstat, open, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';

/** Types and permissions as in `st_mode`. */
const MODE = { file: 0o100_000, folder: 0o040_000, link: 0o120_000 };

/** Writes a whole folder as an archive in which root owns everything. */
export async function writeArchive(folder: string, target: string): Promise<void> {
  const out = await open(target, 'w');
  let inode = 0;
  const write = async (name: string, mode: number, data: Buffer): Promise<void> => {
    inode += 1;
    await out.write(entry(name, mode, data, inode));
  };
  const walk = async (name: string): Promise<void> => {
    const path = join(folder, name);
    const stat = await lstat(path);
    if (stat.isSymbolicLink()) await write(name, MODE.link | 0o777, Buffer.from(await readlink(path)));
    else if (stat.isDirectory()) {
      await write(name, MODE.folder | (stat.mode & 0o777), Buffer.alloc(0));
      for (const inner of (await readdir(path)).toSorted()) await walk(join(name, inner));
    } else await write(name, MODE.file | (stat.mode & 0o777), await readFile(path));
  };
  try {
    for (const name of (await readdir(folder)).toSorted()) await walk(name);
    await write('TRAILER!!!', 0, Buffer.alloc(0));
  } finally {
    await out.close();
  }
}

function entry(name: string, mode: number, data: Buffer, inode: number): Buffer {
  const text = Buffer.from(`${name}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, data.length, 0, 0, 0, 0, text.length, 0];
  const header = Buffer.from(`070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}`);
  return Buffer.concat([padded(Buffer.concat([header, text])), padded(data)]);
}

/** Header with name, and data, each end on a multiple of four bytes. */
function padded(bytes: Buffer): Buffer {
  const rest = bytes.length % 4;
  return rest === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - rest)]);
}
