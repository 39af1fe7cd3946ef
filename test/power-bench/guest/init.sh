#!/bin/sh
# Runs before systemd: the disk, and at the first start what the test puts onto the disk.
mount -t proc proc /proc
mount -t sysfs sysfs /sys
mount -t devtmpfs dev /dev
# Each may need the ones before it.
while read -r module; do insmod "/modules/$module.ko"; done </modules/order
mount -t ext4 /dev/vda /root || exit 1
if [ -d /overlay ]; then cp -a /overlay/. /root/; fi
# What systemd says after its journal has ended goes through the kernel's log, and is seen from this level on.
echo 7 >/proc/sys/kernel/printk
umount /proc /sys
mount --move /dev /root/dev
exec switch_root /root /sbin/init
