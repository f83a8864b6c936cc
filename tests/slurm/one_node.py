"""A Slurm cluster of one node, this machine, for tests: no systemd, nothing outside a folder of its own."""
import atexit
import getpass
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

NEEDED = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "squeue", "scancel", "sinfo")
PATH = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"])

CONFIGURATION = """\
ClusterName=one
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
CryptoType=crypto/munge
AuthInfo=socket={folder}/munge.socket
SlurmctldPort={controller_port}
SlurmdPort={node_port}
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
MpiDefault=none
ReturnToService=2
KillWait=5
MinJobAge=300
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} State=UNKNOWN
PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
"""


def missing_programs():
    return [name for name in NEEDED if shutil.which(name, path=PATH) is None]


def free_ports(count):
    """Ports of this machine that nobody has."""
    sockets = [socket.socket() for _ in range(count)]
    for one in sockets:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in sockets]
    for one in sockets:
        one.close()
    return ports


class OneNode:
    """The daemons, until `end`, which comes with the end of Python at the latest."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kochmon-slurm-"))
        atexit.register(self.end)
        # A test that is itself a job of Slurm would hand its own bounds down.
        outside = {name: value for name, value in os.environ.items() if not name.startswith(("SLURM_", "SBATCH_"))}
        self.environment = {**outside, "PATH": PATH, "SLURM_CONF": str(self.folder / "slurm.conf")}

        self._start()

    def end(self):
        if not self.folder.exists():
            return
        subprocess.run(["scancel", f"--user={getpass.getuser()}"], env=self.environment, check=False, timeout=30,
                       capture_output=True)
        self._end_jobs(seconds=15)
        for name in ("slurmd", "slurmctld", "munged"):
            self._end(self.folder / f"{name}.pid")
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, *words, check=True):
        """Standard output of a command of a user of the cluster."""
        done = subprocess.run([str(word) for word in words], env=self.environment, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=120, check=False)
        if check and done.returncode != 0:
            raise AssertionError(f"{words}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    def facts_of(self, job):
        """What scontrol says of a job or the task of an array, by name."""
        words = self.run("scontrol", "show", "job", "--oneliner", job, check=False).split()
        return dict(word.split("=", 1) for word in words if "=" in word)

    def jobs(self):
        """Those that wait or run."""
        return self.run("squeue", "--noheader", "--array", "--format=%i %T").splitlines()

    def _start(self):
        for name in ("state", "spool"):
            (self.folder / name).mkdir()
        self.folder.chmod(0o755)  # munge refuses a socket in a folder that others cannot enter
        key = self.folder / "munge.key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o400)
        controller_port, node_port = free_ports(2)
        (self.folder / "slurm.conf").write_text(CONFIGURATION.format(
            host=socket.gethostname().split(".")[0], user=getpass.getuser(), folder=self.folder, cpus=os.cpu_count(),
            controller_port=controller_port, node_port=node_port), encoding="utf-8")
        self.run("munged", "--force", f"--key-file={key}", f"--socket={self.folder}/munge.socket",
                 f"--pid-file={self.folder}/munged.pid", f"--log-file={self.folder}/munged.log",
                 f"--seed-file={self.folder}/munge.seed", "--num-threads=1")
        self.run("slurmctld", "-c")
        self.run("slurmd")
        self._wait_for_node(seconds=60)

    def _wait_for_node(self, seconds):
        until = time.monotonic() + seconds
        while self.run("sinfo", "--noheader", "--format=%T", check=False).strip() != "idle":
            if time.monotonic() > until:
                logs = [path.read_text(errors="replace")[-2000:] for path in self.folder.glob("*.log")]
                raise AssertionError("Slurm has not started\n" + "\n".join(logs))
            time.sleep(0.2)

    def _end_jobs(self, seconds):
        until = time.monotonic() + seconds
        while time.monotonic() < until and (self.folder / "slurmctld.pid").exists():
            try:
                if not self.jobs():
                    return
            except (AssertionError, OSError, subprocess.TimeoutExpired):
                return
            time.sleep(0.2)

    @staticmethod
    def _end(pid_file):
        """Asks a daemon to end, and ends it if it does not."""
        try:
            process = int(pid_file.read_text())
            os.kill(process, signal.SIGTERM)
            for _ in range(100):
                time.sleep(0.1)
                os.kill(process, 0)
            os.kill(process, signal.SIGKILL)
        except (FileNotFoundError, ValueError, ProcessLookupError):
            return
