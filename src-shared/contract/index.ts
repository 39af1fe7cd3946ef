/** The contract between the engine and everything that shows or steers it. */
export { type Access, CALL_ACCESS, STREAM_ACCESS } from './access.ts';
export * from './battery.ts';
export { type Client, client } from './client.ts';
export * from './contract.ts';
export * from './diary.ts';
export * from './energy.ts';
export { diff, merge } from './merge-patch.ts';
export * from './notifications.ts';
export * from './protection.ts';
export { type ServeOptions, serve } from './serve.ts';
export * from './shapes.ts';
export { type Glance, type MessageWire, memoryWire, type WireNotice, wireNoticeSchema } from './wire.ts';
