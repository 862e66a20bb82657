"""What is measured of the machine that a server runs on, where that is this one."""

from typing import Final

from lapwing.domain.monitoring.metrics import Derivation, Metric, Unit

METRICS: Final[tuple[Metric, ...]] = (
    Metric(
        "host_cpu",
        "Processor time",
        Unit.SHARE,
        Derivation.RATE,
        labels=("kind",),
        help="The share of all processors' time that was spent in programs (user), in the system (system), and with "
        "nothing to do but wait for disks (wait).",
    ),
    Metric("host_load", "Load", Unit.COUNT, help="Processes that ran or wanted to, on average over the last minute."),
    Metric("host_processors", "Processors", Unit.COUNT, help="That the system can use."),
    Metric(
        "host_memory_use",
        "Memory in use",
        Unit.SHARE,
        help="The share of the memory that could not be given to a program at once.",
    ),
    Metric("host_swap_use", "Swap in use", Unit.SHARE, help="The share of the swap space that is taken."),
    Metric(
        "host_disk_use",
        "Disk in use",
        Unit.SHARE,
        help="The share of the disk with the server's data that is taken, as other users than root see it.",
    ),
    Metric("host_disk_free", "Free disk space", Unit.BYTES, help="On the disk with the server's data."),
    Metric(
        "host_disk",
        "Disk traffic",
        Unit.BYTES_PER_SECOND,
        Derivation.RATE,
        labels=("direction",),
        help="Read from and written to all disks of the machine.",
    ),
    Metric(
        "host_network",
        "Network traffic",
        Unit.BYTES_PER_SECOND,
        Derivation.RATE,
        labels=("direction",),
        help="Received and sent by all network interfaces of the machine but the loopback.",
    ),
    Metric(
        "server_cpu",
        "Processor time of the server",
        Unit.SECONDS_PER_SECOND,
        Derivation.RATE,
        help="Processor seconds in a second that the server's processes took: 2 means two processors kept busy.",
    ),
    Metric(
        "server_memory",
        "Memory of the server",
        Unit.BYTES,
        help="Resident memory of the server's processes. What several of them share is counted once where the system "
        "tells.",
    ),
)
