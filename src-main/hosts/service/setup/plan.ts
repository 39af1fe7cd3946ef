/** What installing or removing the service comes to, as data: the platforms say what, `apply.ts` does it. */

/** One thing to do. A step that is left as it was is told so: doing all of it again changes nothing. */
export type Step =
  | { readonly do: 'write'; readonly path: string; readonly content: string | Buffer; readonly mode: number }
  /** Absent already is as good. */
  | { readonly do: 'remove'; readonly path: string }
  /** Left out where something is at `to` already. */
  | { readonly do: 'copy'; readonly from: string; readonly to: string; readonly what: string }
  /** A program of the system. One that is `optional` may be missing or fail: it is told, and the rest goes on. */
  | { readonly do: 'run'; readonly words: readonly [program: string, ...args: string[]]; readonly optional?: boolean }
  /** Something that the person should know. */
  | { readonly do: 'say'; readonly text: string };

/** The program that the service is to run: its words, and what must be in its environment. */
export interface ProgramWords {
  readonly words: readonly [program: string, ...args: string[]];
  readonly env: Readonly<Record<string, string>>;
  /** The folder that holds it all, to be readable for the service. */
  readonly folder: string;
}

/** What is installed, and for whom. */
export interface InstallOptions {
  readonly program: ProgramWords;
  /** The folder of the shipped files of this platform. */
  readonly assets: string;
  /** The group that may command the service beside root, by name or number; none is root alone, on macOS its administrators. */
  readonly group?: string;
  /** The settings of the person who installs, to begin with. */
  readonly settings?: string;
}

/** How one platform does it. */
export interface Setup {
  readonly install: (options: InstallOptions) => readonly Step[];
  readonly remove: () => readonly Step[];
  /** The group of the administrators of this computer, where it has to be found out. */
  readonly administrators?: () => string | undefined;
  /** The program of the system that tells of the service. */
  readonly status: readonly [program: string, ...args: string[]];
}

/** Puts values where a shipped file names them between @ signs; a line that comes out empty is left out. */
export function filled(template: string, values: Readonly<Record<string, string>>): string {
  return template
    .split('\n')
    .flatMap((line) => {
      const text = line.replace(/@([A-Z_]+)@/g, (whole, name: string) => values[name] ?? whole);
      return text === '' && line !== '' ? [] : [text];
    })
    .join('\n');
}
