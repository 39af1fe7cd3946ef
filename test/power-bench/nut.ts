/** NUT in the guest as Debian sets it up: driver, server and monitor as services, and its hook late in the shutdown. */
import type { GuestFiles } from './files.ts';

const FILES: Readonly<Record<string, string>> = {
  'nut.conf': 'MODE=standalone\n',
  // The UPS is to wait as long as the driver has it by default: 30 s before it cuts its output, 3 minutes after.
  'ups.conf': `
[ups]
  driver = nutdrv_qx
  port = /dev/ttyS1
  protocol = megatec
  pollinterval = 2
`,
  'upsd.conf': 'LISTEN 127.0.0.1 3493\n',
  'upsd.users': '[monitor]\n  password = secret\n  upsmon primary\n',
  // Times are those of NUT's sample file.
  'upsmon.conf': `
RUN_AS_USER root
MONITOR ups@localhost 1 monitor secret primary
MINSUPPLIES 1
SHUTDOWNCMD "/bin/systemctl poweroff"
POLLFREQ 5
POLLFREQALERT 5
HOSTSYNC 15
DEADTIME 15
POWERDOWNFLAG /etc/killpower
FINALDELAY 5
NOTIFYFLAG ONBATT SYSLOG
NOTIFYFLAG ONLINE SYSLOG
NOTIFYFLAG LOWBATT SYSLOG
NOTIFYFLAG SHUTDOWN SYSLOG
`,
};

/** Lets NUT watch the UPS on the guest's second serial port. */
export async function addNut(files: GuestFiles): Promise<void> {
  for (const [name, text] of Object.entries(FILES)) await files.write(`/etc/nut/${name}`, text);
  // Its driver runs as a user of its own, and a serial port is left to the person to give to it.
  await files.write('/etc/udev/rules.d/90-nut-serial.rules', 'KERNEL=="ttyS1", GROUP="nut"\n');
  await files.enable('nut.target');
  for (const unit of ['nut-driver-enumerator.path', 'nut-driver-enumerator.service', 'nut-driver.target'])
    await files.enable(unit);
  for (const unit of ['nut-server.service', 'nut-monitor.service']) await files.enable(unit);
}
