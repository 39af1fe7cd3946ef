/** The files that a test lays over the guest's disk before its first start. Root owns them all. */
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that is filled and then put onto the disk. */
export class GuestFiles {
  /** Holds one folder, `overlay`, as the guest's first file system looks for it. */
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<GuestFiles> {
    return new GuestFiles(await mkdtemp(join(tmpdir(), 'mainstay-power-files-')));
  }

  /** Where a path of the guest lies meanwhile; its folder exists. */
  async place(path: string): Promise<string> {
    const place = join(this.folder, 'overlay', path);
    await mkdir(dirname(place), { recursive: true });
    return place;
  }

  async write(path: string, text: string, mode = 0o644): Promise<void> {
    await writeFile(await this.place(path), text, { mode });
  }

  async copy(from: string, path: string, filter: (source: string) => boolean = () => true): Promise<void> {
    await cp(from, await this.place(path), { recursive: true, filter });
  }

  /** A unit of systemd that is started with the system. */
  async enable(unit: string, from = `/lib/systemd/system/${unit}`): Promise<void> {
    await symlink(from, await this.place(`/etc/systemd/system/multi-user.target.wants/${unit}`));
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
