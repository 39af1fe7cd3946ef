/** What the library has and does not declare; only what these tests use. */
import '@homebridge/dbus-native';

declare module '@homebridge/dbus-native' {
  export function sessionBus(): MessageBus;

  interface MessageBus {
    requestName(name: string, flags: number, callback: (error: unknown, answer: number) => void): void;
    exportInterface(
      object: Readonly<Record<string, unknown>>,
      path: string,
      declared: {
        readonly name: string;
        readonly methods: Readonly<Record<string, readonly [takes: string, gives: string]>>;
        readonly properties: Readonly<Record<string, string>>;
      },
    ): void;
  }

  interface BusConnection {
    end(): void;
  }
}
