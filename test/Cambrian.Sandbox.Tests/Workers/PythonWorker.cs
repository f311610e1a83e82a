using System.Text;

namespace Cambrian.Sandbox.Tests.Workers;

/// <summary>A framed worker in a language that every Debian has: it does what the request says.</summary>
public static class PythonWorker
{
    private const string Source = """
        import os, struct, sys, time
        source, sink = sys.stdin.buffer, sys.stdout.buffer
        def reply(nonce, payload):
            sink.write(struct.pack('<iQ', len(payload), nonce) + payload); sink.flush()
        count = 0
        while True:
            count += 1
            header = source.read(12)
            if len(header) < 12: sys.exit(0)
            length, nonce = struct.unpack('<iQ', header)
            request = source.read(length)
            word = request.decode('utf-8', 'replace')
            if word == 'loop':
                while True: pass
            elif word == 'orphans':
                for _ in range(3):
                    if os.fork() == 0:
                        os.setsid()
                        if os.fork() == 0: time.sleep(1000)
                        os._exit(0)
                reply(nonce, b'left')
                while True: pass
            elif word == 'sleep': time.sleep(1000)
            elif word == 'exit': sys.exit(3)
            elif word == 'leave': reply(nonce, b'bye'); sys.exit(3)
            elif word == 'print': print('hello, this is not a frame at all', flush=True); reply(nonce, b'too late')
            elif word == 'huge': sink.write(struct.pack('<iQ', 2000000000, nonce)); sink.flush(); time.sleep(1000)
            elif word == 'negative': sink.write(struct.pack('<IQ', 1 << 31, nonce)); sink.flush(); time.sleep(1000)
            elif word == 'close': os.close(1); time.sleep(1000)
            elif word == 'deaf': reply(nonce, b'what?'); time.sleep(1000)
            elif word == 'ahead': reply(nonce, b'asked'); reply(nonce, b'not asked')
            elif word == 'stranger': reply(nonce ^ 1, b'not yours')
            elif word == 'memory': hog = bytearray(1 << 30); reply(nonce, b'got it')
            elif word == 'count': reply(nonce, str(count).encode())
            elif word == 'burn':
                end = time.process_time() + 0.1
                while time.process_time() < end: pass
                reply(nonce, b'burnt')
            else: reply(nonce, request)
        """;

    public static SandboxedCommand Command { get; } = new()
    {
        Command = ["/usr/bin/python3", "-I", "-S", "-c", Source],
        Limits = Sandboxes.Quick,
    };

    public static byte[] Ask(string word) => Encoding.UTF8.GetBytes(word);
}
