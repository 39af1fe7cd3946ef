/**
 * A tray as desktops of Linux have one: the watcher and host of freedesktop's StatusNotifierItem, and a client of
 * com.canonical.dbusmenu. It sees of a program what a person would see, through the session bus alone.
 */
import { type MessageBus, sessionBus } from '@homebridge/dbus-native';
import { z } from 'zod';

const WATCHER = 'org.kde.StatusNotifierWatcher';
const ITEM = 'org.kde.StatusNotifierItem';
const MENU = 'com.canonical.dbusmenu';

/** A variant as the library hands it out: the tree of its signature, and its value. */
const variant = <T extends z.ZodType>(value: T) => z.tuple([z.unknown(), z.tuple([value])]).transform(([, [it]]) => it);

/** Width, height and ARGB in network order (StatusNotifierItem, "IconPixmap"). */
const pixmaps = z.array(z.tuple([z.number(), z.number(), z.instanceof(Buffer)]));
const toolTip = z.tuple([z.string(), z.unknown(), z.string(), z.string()]);
const children = z.array(
  variant(z.tuple([z.number(), z.array(z.tuple([z.string(), variant(z.unknown())])), z.unknown()])),
);
const layout = z.tuple([z.number(), z.unknown(), children]);

/** One row of a menu. */
export interface Row {
  readonly id: number;
  readonly label: string;
  readonly enabled: boolean;
}

/** What a program shows in the tray. */
export interface Shown {
  /** The tooltip where the program gives one, else its title. */
  readonly text: string;
  /** The largest picture: pixels along a side, and how many of them are not clear. */
  readonly picture: { readonly side: number; readonly drawn: number };
  readonly pixels: Buffer;
}

/** The tray, with the one program that has registered. */
export class StatusNotifierTray {
  readonly #bus: MessageBus;
  readonly #registered: Promise<string>;

  constructor() {
    this.#bus = sessionBus();
    this.#registered = new Promise((resolve) => {
      this.#bus.exportInterface(
        {
          IsStatusNotifierHostRegistered: true,
          ProtocolVersion: 0,
          RegisteredStatusNotifierItems: [],
          RegisterStatusNotifierItem: (service: string) => resolve(service),
          RegisterStatusNotifierHost: () => undefined,
        },
        '/StatusNotifierWatcher',
        {
          name: WATCHER,
          methods: { RegisterStatusNotifierItem: ['s', ''], RegisterStatusNotifierHost: ['s', ''] },
          properties: {
            IsStatusNotifierHostRegistered: 'b',
            ProtocolVersion: 'i',
            RegisteredStatusNotifierItems: 'as',
          },
        },
      );
    });
  }

  /** From now on programs find it. */
  open(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#bus.requestName(WATCHER, 0, (error) => {
        if (error === null || error === undefined) resolve();
        else reject(new Error(`The name of the tray is taken: ${JSON.stringify(error)}`));
      });
    });
  }

  close(): void {
    this.#bus.connection.end();
  }

  /** What is to be seen now. */
  async look(): Promise<Shown> {
    const [title, tip, icons] = await Promise.all([
      this.#property('Title').then((value) => z.string().parse(value)),
      this.#property('ToolTip').then(
        (value) => toolTip.parse(value),
        () => undefined,
      ),
      this.#property('IconPixmap').then((value) => pixmaps.parse(value)),
    ]);
    const [side = 0, , pixels = Buffer.alloc(0)] = icons.toSorted(([a], [b]) => b - a)[0] ?? [];
    let drawn = 0;
    for (let at = 0; at < pixels.length; at += 4) if ((pixels[at] ?? 0) > 0) drawn += 1;
    const text = [tip?.[2], tip?.[3]].find((each) => each !== undefined && each !== '') ?? title;
    return { text, picture: { side, drawn }, pixels };
  }

  /** The menu, as it opens. */
  async menu(): Promise<readonly Row[]> {
    const answer = layout.parse((await this.#call(await this.#menuPath(), MENU, 'GetLayout', 'iias', [0, -1, []]))[1]);
    return answer[2].map(([id, properties]) => {
      const values = new Map(properties);
      return { id, label: z.string().parse(values.get('label') ?? ''), enabled: values.get('enabled') !== false };
    });
  }

  /** Chooses a row. */
  async choose(row: Row): Promise<void> {
    await this.#call(await this.#menuPath(), MENU, 'Event', 'isvu', [row.id, 'clicked', ['s', ''], 0]);
  }

  async #menuPath(): Promise<string> {
    return z.string().parse(await this.#property('Menu'));
  }

  async #property(name: string): Promise<unknown> {
    const [value] = await this.#call('/StatusNotifierItem', 'org.freedesktop.DBus.Properties', 'Get', 'ss', [
      ITEM,
      name,
    ]);
    return variant(z.unknown()).parse(value);
  }

  async #call(
    path: string,
    interfaceName: string,
    member: string,
    signature: string,
    body: readonly unknown[],
  ): Promise<readonly unknown[]> {
    const destination = await this.#registered;
    return new Promise((resolve, reject) => {
      const answered = (error: unknown, ...answer: readonly unknown[]): void => {
        if (error === null || error === undefined) resolve(answer);
        else reject(new Error(`${member} was refused: ${JSON.stringify(error)}`));
      };
      this.#bus.invoke({ destination, path, interface: interfaceName, member, signature, body }, answered);
    });
  }
}
