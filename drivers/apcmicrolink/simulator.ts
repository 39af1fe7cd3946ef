/** The device's side: pages one at a time for `FE`, a challenge at the end of the first round, silence without it. */
import type { UpsModel } from '../../src-shared/ups-model/index.ts';
import type { Simulator } from '../driver.ts';
import { concat } from '../kit/line/ascii.ts';
import { answerTo } from './challenge.ts';
import { BACK, INIT, isSound, NEXT, pageFrame } from './frame.ts';
import { DESCRIPTOR_AT, readHeader } from './header.ts';
import { describe } from './sim-descriptor.ts';
import { type Layout, narrow, type Place, wide } from './sim-layout.ts';
import { obey } from './sim-commands.ts';
import { fixedValues, groupSettings, liveValues } from './sim-values.ts';
import { groupPath, PATHS } from './table.ts';
import type { Usage } from './descriptor.ts';

/** Pages that may pass, and seconds, between the last page and the answer to the challenge. */
const GRACE_PAGES = 8;
const GRACE_SECONDS = 5;
/** Half a write is forgotten after so many seconds. */
const WRITE_SECONDS = 1;
/** Page, offset and length before the data of a write, two check bytes behind. */
const WRITE_HEAD = 3;
const WRITE_REST = 5;
const NOTHING = new Uint8Array(0);

/** The simulated device. Dialects: `width 16` (also an SMC1000I), `width 32`, `table` (without a descriptor). */
export function simulate(ups: UpsModel, dialect = 'width 16'): Simulator['stream'] {
  const { outlets, topology } = ups.profile;
  const layout = (dialect === 'width 32' ? wide : narrow)(outlets, topology === 'online');
  const device = new Device(ups, layout, dialect !== 'table');
  return {
    receive: (bytes) => (ups.state().linkLost ? NOTHING : device.receive(bytes)),
    unasked: () => NOTHING,
  };
}

class Device {
  readonly #ups: UpsModel;
  readonly #layout: Layout;
  readonly #usages: ReadonlyMap<string, Usage>;
  /** The values that begin on each page. */
  readonly #byPage = new Map<number, readonly Usage[]>();
  readonly #image: Uint8Array;
  #mode: 'silent' | 'walking' | 'streaming' = 'silent';
  #next = 0;
  #last: Uint8Array = NOTHING;
  /** Pages since the round ended, and when it did. */
  #since: { pages: number; readonly at: number } | null = null;
  #half: { bytes: Uint8Array; at: number } = { bytes: NOTHING, at: 0 };
  #challenges = 0;

  constructor(ups: UpsModel, layout: Layout, described: boolean) {
    this.#ups = ups;
    this.#layout = layout;
    const usages = placed(layout);
    this.#usages = new Map(usages.map((usage) => [usage.path, usage]));
    for (const usage of usages) {
      const page = Math.floor(usage.at / layout.width);
      this.#byPage.set(page, [...(this.#byPage.get(page) ?? []), usage]);
    }
    this.#image = new Uint8Array(layout.width * layout.count);
    this.#image.set([0x0a, layout.width, layout.count, layout.series >> 8, layout.series & 0xff, 0x07]);
    this.#image.set([described ? 0x09 : 0x01, 0, 1, 0, layout.dataPage, 0], 6);
    if (described) this.#image.set(describe(layout.places), DESCRIPTOR_AT);
    this.#tell({ ...fixedValues(ups), ...groupSettings(ups.profile.outlets) });
  }

  receive(bytes: Uint8Array): Uint8Array {
    return concat(...[...bytes].map((byte) => this.#hear(byte)));
  }

  #hear(byte: number): Uint8Array {
    if (this.#half.bytes.length === 0 && byte >= BACK) return this.#control(byte);
    const { time } = this.#ups.state();
    if (time - this.#half.at > WRITE_SECONDS) {
      this.#half = { bytes: NOTHING, at: time };
      if (byte >= BACK) return this.#control(byte);
    }
    const { bytes } = this.#half;
    const held = concat(bytes, Uint8Array.of(byte));
    const whole = held.length >= WRITE_HEAD && held.length >= WRITE_REST + (held[2] ?? 0);
    this.#half = { bytes: whole ? NOTHING : held, at: time };
    return whole ? this.#written(held) : NOTHING;
  }

  #control(byte: number): Uint8Array {
    if (byte === INIT) {
      this.#mode = 'walking';
      this.#since = null;
      this.#setChallenge();
      // Settings change only by what is written; the device looks at its sensors for each page that it repeats.
      this.#tell(liveValues(this.#ups));
      this.#next = 1;
      return this.#send(0);
    }
    if (this.#mode === 'silent') return NOTHING;
    if (byte === BACK) return this.#last;
    return byte === NEXT ? this.#advance() : NOTHING;
  }

  #advance(): Uint8Array {
    const { count, livePage } = this.#layout;
    const id = this.#next;
    if (this.#mode === 'walking' && this.#since !== null) {
      this.#since.pages += 1;
      const late = this.#ups.state().time - this.#since.at > GRACE_SECONDS;
      if (late || this.#since.pages > GRACE_PAGES) return this.#silence();
    }
    if (this.#mode === 'walking' && id === count - 1) this.#since = { pages: 0, at: this.#ups.state().time };
    this.#next = id + 1 < count ? id + 1 : this.#mode === 'streaming' ? livePage : 0;
    return this.#send(id);
  }

  #silence(): Uint8Array {
    this.#mode = 'silent';
    return NOTHING;
  }

  #send(id: number): Uint8Array {
    const { width, livePage } = this.#layout;
    if (id >= livePage) this.#refresh(id);
    this.#last = pageFrame(id, this.#image.slice(id * width, (id + 1) * width));
    return this.#last;
  }

  /** A write that is not sound, or names no place, is not obeyed. */
  #written(frame: Uint8Array): Uint8Array {
    const [id = 0, offset = 0, length = 0] = frame;
    const { width, count, livePage } = this.#layout;
    if (!isSound(frame) || this.#mode === 'silent' || id >= count || offset + length > width) return NOTHING;
    const at = id * width + offset;
    const data = frame.slice(WRITE_HEAD, WRITE_HEAD + length);
    const place = [...this.#usages.values()].find((usage) => at >= usage.at && at < usage.at + usage.size);
    if (place?.path === PATHS.slavePassword) {
      if (!this.#isAnswer(data)) return this.#silence();
      this.#mode = 'streaming';
      this.#next = livePage;
      this.#set(PATHS.authenticationStatus, (size) => Uint8Array.from({ length: size }, (_, i) => +(i === size - 1)));
    } else if (this.#mode !== 'streaming') return NOTHING;
    this.#image.set(data, at);
    const shown = this.#send(id);
    if (place !== undefined) {
      const bytes = this.#image.slice(place.at, place.at + place.size);
      // A command is taken out of its place once it is obeyed.
      if (obey(this.#ups, place.path, bytes)) this.#image.fill(0, place.at, place.at + place.size);
    }
    return shown;
  }

  #setChallenge(): void {
    this.#challenges += 1;
    // Another one each time, the same in every run.
    const password = (0xf627 + 0x3b1d * this.#challenges) & 0xffff;
    this.#set(PATHS.masterPassword, (size) =>
      Uint8Array.from([password >> 8, password & 0xff, 0, 0]).subarray(0, size),
    );
    this.#set(PATHS.slavePassword, (size) => new Uint8Array(size));
    this.#set(PATHS.authenticationStatus, (size) => new Uint8Array(size));
  }

  #isAnswer(data: Uint8Array): boolean {
    const header = readHeader(this.#image.slice(0, this.#layout.width));
    if (header === null) return false;
    const right = answerTo(header, this.#bytes(PATHS.serial), this.#bytes(PATHS.masterPassword));
    // Of the four bytes only the last two are looked at.
    return data.length === right.length && data.at(-2) === right.at(-2) && data.at(-1) === right.at(-1);
  }

  #bytes(path: string): Uint8Array {
    const usage = this.#usages.get(path);
    return usage === undefined ? NOTHING : this.#image.slice(usage.at, usage.at + usage.size);
  }

  #tell(values: Readonly<Record<string, (size: number) => Uint8Array>>): void {
    for (const [path, teller] of Object.entries(values)) this.#set(path, teller);
  }

  /** Brings the values of one page up to the present. */
  #refresh(id: number): void {
    const here = this.#byPage.get(id) ?? [];
    if (here.length === 0) return;
    const values = liveValues(this.#ups);
    for (const { path, at, size } of here) {
      const teller = values[path];
      if (teller !== undefined) this.#image.set(teller(size), at);
    }
  }

  #set(path: string, teller: (size: number) => Uint8Array): void {
    const usage = this.#usages.get(path);
    if (usage !== undefined) this.#image.set(teller(usage.size), usage.at);
  }
}

/** Where each value of a layout stands. */
function placed({ places, dataPage, width }: Layout): readonly Usage[] {
  const usages: Usage[] = [];
  let at = dataPage * width;
  const put = (path: string, size: number): void => {
    usages.push({ path, at, size });
    at += size;
  };
  const putAll = (place: Place): void => {
    if ('path' in place) {
      put(place.path, place.size);
      return;
    }
    for (let index = 0; index < place.count; index += 1) {
      for (const { usage, size } of place.places) put(groupPath(index, usage.toString(16).toUpperCase()), size);
    }
  };
  for (const place of places) putAll(place);
  return usages;
}
