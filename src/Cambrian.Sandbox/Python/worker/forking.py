"""
A warm worker that measures programs by a Python evaluator: it imports what evaluators import once, and forks for each program.

Requests and answers are frames on the standard streams: length (4 bytes), nonce (8 bytes), payload; all else that anybody
prints goes to a pipe of its own. The payload asked is JSON {"files", "main", "seed", "seconds"
for each stage}; an empty one is answered by an empty
one. The answer is JSON {"ended": "reported" | "late" | "died" | "unusable", "report", "noise", "code"}.

The one argument is JSON: "contract" (a Python file with prepare(settings, work) and evaluate(settings, program, tell)), "modules"
to import beforehand, "memory" in bytes, and whatever the contract reads. CAMBRIAN_CONTRACT is the folder
of the contract and of its stand-ins for packages, CAMBRIAN_PROBLEM the problem's.
"""

import gc
import importlib.util
import json
import os
import random
import select
import signal
import struct
import sys
import time
import traceback

import cambrian_processes as processes

LONGEST_REPORT = 4 << 20
NOISE_KEPT = 16 << 10
GLANCE = 0.01


def main():
    settings = json.loads(sys.argv[1])
    source, sink = take_streams()
    worker = Worker(settings, (source.fileno(), sink.fileno()))
    sys.path.remove(os.path.dirname(os.path.abspath(__file__)))
    processes.adopt_orphans()
    processes.hide_memory(True)
    if "cold" not in sys.argv[2:]:
        worker.lay_out()
        worker.prepare()
        if processes.threads() > 1:
            # A lock that another thread holds stays locked in a fork: such an evaluator is imported anew for each program.
            start_over(source, sink)
    gc.collect()
    gc.freeze()
    while frame := read_frame(source):
        nonce, request = frame
        answer = json.dumps(worker.answer(json.loads(request))).encode() if request else b""
        sink.write(struct.pack("<iQ", len(answer), nonce) + answer)
        sink.flush()


def take_streams():
    """The channel to the host, out of reach of what is printed; standard output goes where standard error goes."""
    source, sink = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return source, sink


def start_over(source, sink):
    os.dup2(source.fileno(), 0)
    os.dup2(sink.fileno(), 1)
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:], "cold"])


def read_frame(source):
    header = source.read(12)
    if len(header) < 12:
        return None
    length, nonce = struct.unpack("<iQ", header)
    return nonce, source.read(length)


class Worker:
    def __init__(self, settings, channel):
        self.settings = settings
        self.channel = channel
        self.scratch = os.environ["TMPDIR"]
        self.work = os.path.join(self.scratch, "work")
        self.problem = os.environ["CAMBRIAN_PROBLEM"]
        self.contract = None
        self.fault = None

    def prepare(self):
        """Imports the evaluator and what it imports. What it leaves behind is what each program finds."""
        try:
            sys.path[:0] = [self.work]
            sys.path.append(os.path.join(os.environ["CAMBRIAN_CONTRACT"], "shims"))
            os.chdir(self.work)
            for name in self.settings["modules"]:
                try:
                    importlib.import_module(name)
                except ImportError:
                    pass  # The evaluator may do without; when it does not, its own message is the better one.
            self.contract = load("cambrian_contract", os.path.join(os.environ["CAMBRIAN_CONTRACT"], self.settings["contract"]))
            self.contract.prepare(self.settings, self.work)
        except BaseException:
            self.fault = traceback.format_exc()

    def lay_out(self):
        """The scratch folder with nothing in it but a view of the problem's folder, into which a program may also write."""
        processes.empty(self.scratch)
        os.mkdir(self.work)
        for name in os.listdir(self.problem):
            os.symlink(os.path.join(self.problem, name), os.path.join(self.work, name))

    def answer(self, request):
        if self.fault:
            return {"ended": "unusable", "report": self.fault, "noise": "", "code": 0}
        self.lay_out()
        program = self.write(request)
        report_in, report_out = os.pipe()
        noise_in, noise_out = os.pipe()
        process = os.fork()
        if process == 0:
            os.close(report_in)
            os.close(noise_in)
            self.measure(program, request["seed"], report_out, noise_out)
        os.close(report_out)
        os.close(noise_out)
        answer = Watch(process, report_in, noise_in, request["seconds"]).wait()
        if not processes.end_children():
            os._exit(1)
        return answer

    def write(self, request):
        folder = os.path.join(self.scratch, "candidate")
        for name, text in request["files"].items():
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8", newline="") as file:
                file.write(text)
        return os.path.join(folder, request["main"])

    def measure(self, program, seed, report_out, noise_out):
        """In the fork: never returns."""
        try:
            self.become_candidate(seed, noise_out)
            if self.contract is None:
                self.prepare()
            if self.fault:
                send(report_out, "unusable", self.fault)
            else:
                report = self.contract.evaluate(self.settings, program, lambda partial: send(report_out, "partial", json.dumps(partial)))
                send(report_out, "reported", json.dumps(report))
        except BaseException:
            send(report_out, "raised", traceback.format_exc())
        finally:
            # Threads and exit handlers of the candidate are not waited for.
            os._exit(0)

    def become_candidate(self, seed, noise_out):
        os.setsid()
        for stream in (1, 2):
            os.dup2(noise_out, stream)
        for stream in (*self.channel, noise_out):
            os.close(stream)
        processes.hide_memory(False)
        processes.limit_memory(self.settings["memory"])
        os.chdir(self.work)
        # Chance of its own for each program, the same whenever it is measured again.
        random.seed(seed)
        if numpy := sys.modules.get("numpy"):
            numpy.random.seed(seed & 0xFFFFFFFF)


def load(name, path):
    """Imports a file and what lies beside it, without leaving its folder where programs look for their modules."""
    folder = os.path.dirname(path)
    sys.path.insert(0, folder)
    try:
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
        return module
    finally:
        sys.path.remove(folder)


def send(pipe, kind, content):
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass  # The program may have put anything in their place.
    message = json.dumps([kind, content]).encode()
    message = struct.pack("<i", len(message)) + message
    while message:
        message = message[os.write(pipe, message):]


class Watch:
    """Follows one fork until it reports, dies, or is late. A partial report counts when no better one comes."""

    def __init__(self, process, report_in, noise_in, seconds):
        self.process, self.report_in, self.noise_in, self.seconds = process, report_in, noise_in, seconds
        self.buffer, self.noise, self.partial = bytearray(), bytearray(), None

    def wait(self):
        poll = select.poll()
        poll.register(self.report_in, select.POLLIN)
        poll.register(self.noise_in, select.POLLIN)
        deadline = time.monotonic() + self.seconds
        code = None
        try:
            while True:
                ready = dict(poll.poll(max(0, min(GLANCE, deadline - time.monotonic())) * 1000))
                if self.noise_in in ready and not self.listen():
                    poll.unregister(self.noise_in)
                if self.report_in in ready:
                    for kind, content in self.messages(poll):
                        if kind != "partial":
                            return self.end(kind, content, code)
                        self.partial, deadline = content, time.monotonic() + self.seconds
                elif code is not None:
                    return self.end("died", None, code)
                if time.monotonic() >= deadline:
                    return self.end("late", None, code)
                if code is None:
                    code = exit_code(self.process)
        finally:
            os.close(self.report_in)
            os.close(self.noise_in)

    def listen(self):
        heard = os.read(self.noise_in, 64 << 10)
        self.noise += heard
        del self.noise[:-NOISE_KEPT]
        return bool(heard)

    def messages(self, poll):
        heard = os.read(self.report_in, 64 << 10)
        if not heard:
            poll.unregister(self.report_in)
        self.buffer += heard
        while len(self.buffer) >= 4:
            length, = struct.unpack_from("<i", self.buffer)
            if not 0 <= length <= LONGEST_REPORT:
                yield "died", "it wrote something else than a report"
                return
            if len(self.buffer) < 4 + length:
                return
            message = bytes(self.buffer[4:4 + length])
            del self.buffer[:4 + length]
            try:
                kind, content = json.loads(message)
            except (TypeError, ValueError):
                kind, content = None, None
            if not isinstance(kind, str) or not isinstance(content, str):
                kind, content = "died", "it wrote something else than a report"
            yield kind, content

    def end(self, kind, content, code):
        os.kill(self.process, signal.SIGKILL)
        for _ in range(NOISE_KEPT >> 10):
            if not select.select([self.noise_in], [], [], 0)[0] or not self.listen():
                break
        noise = self.noise.decode("utf-8", "replace")
        if kind in ("late", "died") and self.partial is not None:
            kind, content = "reported", self.partial
        return {"ended": kind, "report": content, "noise": noise, "code": code or 0}


def exit_code(process):
    """How a child ended; None while it lives. It stays a zombie, so that its number is nobody else's."""
    ended = os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT)
    return None if ended is None else ended.si_status if ended.si_code == os.CLD_EXITED else 128 + ended.si_status


if __name__ == "__main__":
    main()
