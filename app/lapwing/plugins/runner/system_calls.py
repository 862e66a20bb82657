"""Which system calls a plugin's process may not make, with their numbers on each architecture.

Source of the numbers: the kernel's arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h (which
aarch64 uses). Calls from 424 on have the same number everywhere.
"""

from typing import Final

from lapwing.domain.late_dataclass import dataclass

NEWEST: Final = 462
"""The last call that was known when this was written (mseal); later ones do not exist for a plugin."""

REFUSED: Final[dict[str, tuple[int, int | None]]] = {
    # name: (x86_64, aarch64); None: not there
    # the network; one that is connected already can be used, and connected pairs can be made
    "socket": (41, 198),
    "connect": (42, 203),
    "accept": (43, 202),
    "accept4": (288, 242),
    "bind": (49, 200),
    "listen": (50, 201),
    # other programs
    "fork": (57, None),
    "vfork": (58, None),
    "execve": (59, 221),
    "execveat": (322, 281),
    "unshare": (272, 97),
    "setns": (308, 268),
    "uselib": (134, None),
    # other processes
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "process_madvise": (440, 440),
    "process_mrelease": (448, 448),
    "pidfd_open": (434, 434),
    "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424),
    "tkill": (200, 130),
    "kcmp": (312, 272),
    "migrate_pages": (256, 238),
    "move_pages": (279, 239),
    "setpriority": (141, 140),
    "ioprio_set": (251, 30),
    "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119),
    "sched_setattr": (314, 274),
    "sched_setaffinity": (203, 122),
    "setpgid": (109, 154),
    "setrlimit": (160, 164),
    "perf_event_open": (298, 241),
    # memory and messages that processes share
    "shmget": (29, 194),
    "shmat": (30, 196),
    "shmctl": (31, 195),
    "semget": (64, 190),
    "semop": (65, 193),
    "semctl": (66, 191),
    "semtimedop": (220, 192),
    "msgget": (68, 186),
    "msgsnd": (69, 189),
    "msgrcv": (70, 188),
    "msgctl": (71, 187),
    "mq_open": (240, 180),
    "mq_unlink": (241, 181),
    # memory that no limit counts, and what all programs of the computer share
    "memfd_create": (319, 279),
    "memfd_secret": (447, 447),
    "io_setup": (206, 0),
    "sync": (162, 81),
    "syncfs": (306, 267),
    # what the rules about files do not cover
    "chmod": (90, None),
    "fchmod": (91, 52),
    "fchmodat": (268, 53),
    "fchmodat2": (452, 452),
    "chown": (92, None),
    "lchown": (94, None),
    "fchown": (93, 55),
    "fchownat": (260, 54),
    "utime": (132, None),
    "utimes": (235, None),
    "futimesat": (261, None),
    "utimensat": (280, 88),
    "setxattr": (188, 5),
    "lsetxattr": (189, 6),
    "fsetxattr": (190, 7),
    "removexattr": (197, 14),
    "lremovexattr": (198, 15),
    "fremovexattr": (199, 16),
    "truncate": (76, 45),  # which Landlock knows since version 3 only; ftruncate is allowed
    "link": (86, None),  # a file stays within reach by it when the permission for its folder is gone
    "linkat": (265, 37),
    "mknod": (133, None),
    "mknodat": (259, 33),
    "inotify_init": (253, None),
    "inotify_init1": (294, 26),
    "fanotify_init": (300, 262),
    "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265),
    "chroot": (161, 51),
    "pivot_root": (155, 41),
    "mount": (165, 40),
    "umount2": (166, 39),
    "open_tree": (428, 428),
    "move_mount": (429, 429),
    "fsopen": (430, 430),
    "fsconfig": (431, 431),
    "fsmount": (432, 432),
    "fspick": (433, 433),
    "mount_setattr": (442, 442),
    "quotactl": (179, 60),
    "quotactl_fd": (443, 443),
    "acct": (163, 89),
    "swapon": (167, 224),
    "swapoff": (168, 225),
    # the kernel itself
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "bpf": (321, 280),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "delete_module": (176, 106),
    "kexec_load": (246, 104),
    "kexec_file_load": (320, 294),
    "reboot": (169, 142),
    "syslog": (103, 116),
    "personality": (135, 92),
    "modify_ldt": (154, None),
    "iopl": (172, None),
    "ioperm": (173, None),
    "vhangup": (153, 58),
    "settimeofday": (164, 170),
    "clock_settime": (227, 112),
    "adjtimex": (159, 171),
    "clock_adjtime": (305, 266),
    "sethostname": (170, 161),
    "setdomainname": (171, 162),
}


TO_DESCRIPTORS: Final = (0, 1, 2, 3, 4, 5, 6, 7, 9, 11, 36, 37, 38, 1030, 1032, 1034)
"""What fcntl(2) may do: copy a descriptor, read and set its flags, lock parts of a file. Not: have a signal sent to any
process of the person's (F_SETOWN), or keep others from opening a file (F_SETLEASE)."""
TO_DEVICES: Final = (0x5401, 0x802C542A, 0x5411, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)
"""What ioctl(2) may do: ask whether it is a terminal, of what size, and how much can be read; whether to wait, and to
inherit. Not: type into a terminal (TIOCSTI), have signals sent (FIOSETOWN), change attributes of files."""
OPEN_FLAGS: Final = 0x203
"""O_ACCMODE and O_TRUNC, on both architectures."""
TO_OPEN: Final = (0, 1, 2, 0x201, 0x202)
"""Of these flags, what open(2) may be asked for. Truncating what is opened for reading needs the right to write only
since version 3 of Landlock, and an access mode of 3 no right at all."""


@dataclass(frozen=True, slots=True)
class Architecture:
    """One of those whose system calls are known.

    Attributes:
        audit: AUDIT_ARCH_* (linux/audit.h), by which a filter tells it.
        column: Which number of `REFUSED` is its.
    """

    audit: int
    column: int
    clone: int
    clone3: int
    socketpair: int
    prctl: int
    prlimit: int
    fcntl: int
    ioctl: int
    fallocate: int
    openat2: int
    opening: tuple[tuple[int, int], ...]
    """open and openat, with the place of their flags."""
    signals: tuple[int, ...]
    """kill, tgkill, rt_sigqueueinfo, rt_tgsigqueueinfo: the process is their first argument."""

    def refused(self) -> tuple[int, ...]:
        return tuple(number for row in REFUSED.values() if (number := row[self.column]) is not None)


ARCHITECTURES: Final = {
    "x86_64": Architecture(
        audit=0xC000003E,
        column=0,
        clone=56,
        clone3=435,
        socketpair=53,
        prctl=157,
        prlimit=302,
        fcntl=72,
        ioctl=16,
        fallocate=285,
        openat2=437,
        opening=((2, 1), (257, 2)),
        signals=(62, 234, 129, 297),
    ),
    "aarch64": Architecture(
        audit=0xC00000B7,
        column=1,
        clone=220,
        clone3=435,
        socketpair=199,
        prctl=167,
        prlimit=261,
        fcntl=25,
        ioctl=29,
        fallocate=47,
        openat2=437,
        opening=((56, 2),),
        signals=(129, 131, 138, 240),
    ),
}
