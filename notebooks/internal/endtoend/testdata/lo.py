"""Starts a program where the only network is this machine's own: called by unshare -n,
which leaves even that switched off."""

import fcntl
import os
import socket
import struct
import sys

SIOCSIFFLAGS, IFF_UP = 0x8914, 1
request = struct.pack("16sh14x", b"lo", IFF_UP)
fcntl.ioctl(socket.socket(socket.AF_INET, socket.SOCK_DGRAM), SIOCSIFFLAGS, request)
os.execvp(sys.argv[1], sys.argv[1:])
