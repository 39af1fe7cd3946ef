#!/bin/sh
# The machine's first process: file systems, modules, device names, and then the agent.
export PATH=/bin:/usr/bin HOME=/tmp
# Compiling the command line takes most of its start on an emulated processor.
export NODE_COMPILE_CACHE=/tmp/compiled
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev 2>/dev/null
mkdir -p /run/nut /run/udev
ln -s /run /var/run 2>/dev/null
chmod 770 /run/nut
ip link set lo up
while read -r module; do insmod "/lib/modules/$module" || echo "cannot load $module"; done </lib/modules/order
# Only where a test asks for it; the addresses are those of QEMU's user network.
if [ -e /sys/class/net/eth0 ]; then
  ip addr add 10.0.2.15/24 dev eth0
  ip link set eth0 up
fi
# Rules give other users access, and libusb sees devices come and go through it.
/lib/systemd-udevd --daemon
udevadm trigger --action=add
udevadm settle --timeout=10
stty -F /dev/ttyS1 raw -echo 115200
cd /bench || exit
node agent.js
echo "the agent has ended"
poweroff -f
