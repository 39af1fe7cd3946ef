import { battery } from './battery.ts';
import { countdown } from './countdown.ts';
import { device } from './device.ts';
import { devices } from './devices.ts';
import { diagnostics } from './diagnostics.ts';
import { diary } from './diary.ts';
import { drill } from './drill.ts';
import { driverApcmicrolink } from './driver-apcmicrolink.ts';
import { driverApcsmart } from './driver-apcsmart.ts';
import { driverHid } from './driver-hid.ts';
import { driverKit } from './driver-kit.ts';
import { driverMegatec } from './driver-megatec.ts';
import { driverSnmp } from './driver-snmp.ts';
import { energy } from './energy.ts';
import { engineAct } from './engine-act.ts';
import { engineDevices } from './engine-devices.ts';
import { engineDoctor } from './engine-doctor.ts';
import { engineDrill } from './engine-drill.ts';
import { engineEvents } from './engine-events.ts';
import { engineNotify } from './engine-notify.ts';
import { engineProtection } from './engine-protection.ts';
import { engineRecords } from './engine-records.ts';
import { engineSession } from './engine-session.ts';
import { engineTransports } from './engine-transports.ts';
import { events } from './events.ts';
import { history } from './history.ts';
import { notifications } from './notifications.ts';
import { outage } from './outage.ts';
import { overview } from './overview.ts';
import { preferences } from './preferences.ts';
import { protection } from './protection.ts';
import { scenarios } from './scenarios.ts';
import { shell } from './shell.ts';
import { tray } from './tray.ts';

/** Every text in German. */
export const de = {
  ...shell,
  ...overview,
  ...outage,
  ...protection,
  ...countdown,
  ...drill,
  ...history,
  ...diary,
  ...events,
  ...battery,
  ...energy,
  ...device,
  ...devices,
  ...notifications,
  ...preferences,
  ...diagnostics,
  ...engineEvents,
  ...engineDevices,
  ...engineDoctor,
  ...engineNotify,
  ...engineSession,
  ...engineTransports,
  ...engineRecords,
  ...engineAct,
  ...engineDrill,
  ...tray,
  ...driverKit,
  ...driverHid,
  ...driverMegatec,
  ...driverSnmp,
  ...driverApcsmart,
  ...driverApcmicrolink,
  ...engineProtection,
  ...scenarios,
};
