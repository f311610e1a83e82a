"""What the forking worker needs of Linux: no process outlives its evaluation, and none uses more memory than it may."""

import ctypes
import os
import resource
import shutil
import signal
import stat
import time

SET_DUMPABLE = 4
SET_CHILD_SUBREAPER = 36


def control(option, value):
    # Where a system-call filter refuses it, orphans go to the sandbox's first process and end with the sandbox.
    ctypes.CDLL(None).prctl(option, value, 0, 0, 0)


def adopt_orphans():
    """Whatever loses its parent becomes a child of this process, and can be found and ended."""
    control(SET_CHILD_SUBREAPER, 1)


def hide_memory(hidden):
    """Whether other processes of the same user may not open this one's memory and files under /proc."""
    control(SET_DUMPABLE, 0 if hidden else 1)


def threads():
    """How many threads this process has; a process with more than one must not fork."""
    return len(os.listdir("/proc/self/task"))


def limit_memory(bytes_allowed):
    """Lets this process and each of its children take so much beyond what they share with the worker: beyond it, MemoryError."""
    with open("/proc/self/status") as file:
        used = next(int(line.split()[1]) << 10 for line in file if line.startswith("VmData"))
    limit = used + bytes_allowed
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def end_children():
    """Kills whatever descends from this process; False when something keeps coming back."""
    for attempt in range(200):
        if not reap():
            return True
        for process in descendants(os.getpid()):
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(min(0.001 * attempt, 0.01))
    return False


def reap():
    """Takes note of children that ended; whether any are left."""
    while True:
        try:
            process, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return False
        if process == 0:
            return True


def descendants(root):
    children = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{name}/stat") as file:
                parent = int(file.read().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
        children.setdefault(parent, []).append(int(name))
    found, waiting = [], [root]
    while waiting:
        below = children.get(waiting.pop(), [])
        found += below
        waiting += below
    return found


def empty(folder):
    """Removes everything in a folder; what one candidate left there must not be seen by the next."""
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, onerror=unlock)
        else:
            os.unlink(entry.path)


def unlock(remove, path, _):
    for place in (os.path.dirname(path), path):
        if not os.path.islink(place):
            os.chmod(place, stat.S_IRWXU)
    shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.unlink(path)
