/** A process that is many simulated SNMP agents. Tells their ports when they are up, and on request their messages. */
import { driver } from '../../drivers/snmp/index.ts';
import { serveSnmp } from '../../src-main/engine/ports/snmp/agent.ts';
import { createUpsModel } from '../../src-shared/ups-model/index.ts';

const count = Number(process.argv[2]);
const servers = await Promise.all(
  Array.from({ length: count }, async () => {
    const model = createUpsModel();
    setInterval(() => model.advance(1), 1000);
    return serveSnmp({ host: '127.0.0.1', port: 0, communities: ['public'] }, driver.simulate(model));
  }),
);
process.on('message', () => {
  process.send?.({ messages: servers.reduce((total, { counts }) => total + counts.messages, 0) });
});
process.on('disconnect', () => process.exit());
process.send?.({ ports: servers.map(({ port }) => port) });
