#!/usr/bin/env node
/**
 * Starts the command line on a Node that can run it: the sources need a recent one, and a machine's own may be older.
 * Installed copies bring the built file along; a checkout runs its sources.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src-main/hosts/cli/main.ts', import.meta.url));
const built = fileURLToPath(new URL('../out/main/cli.cjs', import.meta.url));
const ownNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));

const script = existsSync(source) ? source : built;
const node = existsSync(ownNode) ? ownNode : process.execPath;
const child = spawn(node, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal === null ? (code ?? 1) : 1));
