using System.Globalization;
using Cambrian.Algorithms.Evaluators;
using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Core.Archives;
using Cambrian.Core.Gates;
using Cambrian.Core.Selectors;
using Cambrian.Sandbox;
using Cambrian.Store;

namespace Cambrian.Tests.Runs;

/// <summary>Runs whose every other child tries to get out, to harm or to stay: each is a step with its reason, and the children after it count as if nothing had been.</summary>
public sealed class HostileRunTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly string _mark = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task Hostile_programs_of_a_command_problem_are_steps_with_a_reason_and_the_run_goes_on()
    {
        WriteCommandProblem();
        var secret = _scratch["secret.txt"];
        await File.WriteAllTextAsync(secret, "sesame", Cancellation);
        (string Name, string Body, Outcome Outcome, string Reason)[] attempts =
        [
            ("reads the host's passwords", "return len(open('/etc/shadow').read())", Outcome.Failed, "FileNotFoundError"),
            ("reads a file of the host", $"return len(open('{secret}').read())", Outcome.Failed, "FileNotFoundError"),
            ("reads the sealed cases", "return len(open('/problem/data/test/secret.txt').read())", Outcome.Failed, "FileNotFoundError"),
            ("writes the evaluator", "open('/problem/score.py', 'w').write('cheat')", Outcome.Failed, "Read-only file system"),
            ("writes the sealed cases", "open('/problem/data/test/secret.txt', 'w').write('cheat')", Outcome.Failed, "Read-only file system"),
            ("removes the problem", "import os\n    os.rename('/problem', '/tmp/problem')", Outcome.Failed, "OSError"),
            ("opens a connection", "import socket\n    socket.create_connection(('1.1.1.1', 53), 2)", Outcome.Failed, "PermissionError"),
            // Which of the two limits it meets first is chance.
            ("is a fork bomb", "import os\n    while True: os.fork()", Outcome.Failed, "ended with exit code 1|more than 256 MiB of memory"),
            ("is a memory bomb", "all = []\n    while True: all.append(bytearray(b'x' * (1 << 20)))", Outcome.Failed, "was killed: more than 256 MiB of memory"),
            ("loops for ever", "while True: pass", Outcome.TimedOut, "was killed"),
            ("loops for ever and ignores signals", "import signal\n    for s in (1, 2, 3, 15): signal.signal(s, signal.SIG_IGN)\n    while True: pass", Outcome.TimedOut, "was killed"),
            ("prints for ever", "while True: print('x' * 1000)", Outcome.Failed, "was killed: more than 4194304 bytes of output"),
            ("closes its output and stays", "import os, time\n    os.close(1)\n    while True: time.sleep(1)", Outcome.TimedOut, "was killed at its deadline"),
            ("kills whatever it can", "import os\n    for process in (1, os.getppid(), os.getpid()): os.kill(process, 9)", Outcome.Failed, "crashed by signal 9"),
            ("kills the host", $"import os\n    os.kill({Environment.ProcessId}, 9)", Outcome.Failed, "ProcessLookupError"),
            ("calls the kernel", "import ctypes\n    libc = ctypes.CDLL(None, use_errno=True)\n    libc.ptrace(16, 1, 0, 0)\n    raise OSError(ctypes.get_errno(), 'refused')", Outcome.Failed, "PermissionError"),
            ("leaves a process behind", $"import os, sys\n    if os.fork() == 0:\n        os.setsid()\n        if os.fork() == 0: os.execv('/bin/sh', ['sh', '-c', 'while :; do sleep 1; done', '{_mark}'])\n        os._exit(0)\n    sys.exit('left one behind')", Outcome.Failed, "left one behind"),
            ("claims a score", "import json, os\n    print(json.dumps({'score': 1e9}), flush=True)\n    os._exit(0)", Outcome.Invalid, "not a number"),
        ];

        await AssertAllContainedAsync(attempts, body => Artifact.Of("program.py", $"def solve():\n    {body}\n"), number => $"return {number}");
        Assert.Equal("sesame", await File.ReadAllTextAsync(secret, Cancellation));
        Assert.Equal("the answer", await File.ReadAllTextAsync(_scratch["problem/data/test/secret.txt"], Cancellation));
    }

    [Fact]
    public async Task Hostile_programs_of_a_CSharp_problem_are_steps_with_a_reason_and_the_run_goes_on()
    {
        WriteCSharpProblem();
        (string Name, string Body, Outcome Outcome, string Reason)[] attempts =
        [
            ("reads a file", "return System.IO.File.ReadAllText(\"/etc/passwd\").Length;", Outcome.Failed, "System.IO"),
            ("opens a connection", "return new System.Net.Sockets.TcpClient(\"1.1.1.1\", 53).Available;", Outcome.Failed, "System.Net"),
            ("reflects", "return typeof(string).Assembly.GetTypes().Length;", Outcome.Failed, "refused"),
            ("reflects by a late name", "return ((dynamic)x).GetType().Assembly.Location.Length;", Outcome.Failed, "Microsoft.CSharp"),
            ("calls the C library", "return kill(1, 9); [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int kill(int pid, int signal);", Outcome.Failed, "DllImport"),
            ("calls the C library by a pointer", "unsafe { return *(double*)0; }", Outcome.Failed, "unsafe"),
            ("ends the process", "System.Environment.Exit(0); return x;", Outcome.Failed, "System.Environment"),
            ("starts a process", "System.Diagnostics.Process.Start(\"/bin/sh\"); return x;", Outcome.Failed, "System.Diagnostics"),
            ("starts threads", "while (true) { new System.Threading.Thread(() => { while (true) { } }).Start(); }", Outcome.Failed, "System.Threading"),
            ("prints for ever", "while (true) { System.Console.WriteLine(x); }", Outcome.Failed, "Console"),
            ("loops for ever", "while (true) { }", Outcome.TimedOut, "deadline"),
            ("is a memory bomb", "var all = new List<double[]>(); while (true) { all.Add(new double[1 << 17]); }", Outcome.Failed, "OutOfMemory"),
            ("asks for all memory at once", "return new double[int.MaxValue / 2].Length;", Outcome.Failed, "OutOfMemory"),
            ("recurses for ever", "return Square(x);", Outcome.Failed, "Stack overflow"),
            ("throws", "throw new InvalidOperationException(\"no\");", Outcome.Failed, "no"),
        ];

        await AssertAllContainedAsync(
            attempts,
            // A loop in front keeps a program from being read as a rule and computed without being compiled.
            body => Artifact.Of("Rule.cs", $"public static class Rule {{ public static double Square(double x) {{ for (var i = 0; i < 1; i++) {{ x += 0; }} {body} }} }}"),
            number => $"return x * x + {number};");
    }

    private async Task AssertAllContainedAsync((string Name, string Body, Outcome Outcome, string Reason)[] attempts, Func<string, Artifact> program, Func<int, string> honest)
    {
        Proposal[] script = [.. attempts.SelectMany((attempt, index) => new[] { new Proposal(program(attempt.Body), attempt.Name), new Proposal(program(honest(index + 2)), "honest") })];
        using var sandbox = await SandboxRunner.OpenAsync(cancellation: Cancellation);
        var steps = await RunAsync(sandbox, program(honest(1)), script);

        List<string> faults = [];
        for (var index = 0; index < attempts.Length; index++)
        {
            var (name, _, outcome, reason) = attempts[index];
            var (hostile, next) = (steps[1 + (2 * index)], steps[2 + (2 * index)]);
            var contained = hostile is { Verdict.Admitted: false, Evaluation: { } evaluation } && hostile.Origin == name && evaluation.Outcome == outcome
                && reason.Split('|').Any(one => evaluation.Feedback.Contains(one, StringComparison.Ordinal) && hostile.Verdict.Reason.Contains(one, StringComparison.Ordinal));
            faults.AddRange(contained ? [] : [$"'{name}' is in the ledger as {hostile.Evaluation?.Outcome}: {hostile.Verdict.Reason}"]);
            faults.AddRange(next.Verdict.Admitted ? [] : [$"the honest program after '{name}': {next.Verdict.Reason}"]);
        }

        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
        Assert.Empty(MarkedProcesses());
    }

    // Through the real evaluators, the real loop and the real store; what is returned was read back from the file.
    private async Task<IReadOnlyList<Step>> RunAsync(SandboxRunner sandbox, Artifact seed, IReadOnlyList<Proposal> script)
    {
        var folder = ProblemFolder.Load(_scratch["problem"]);
        var description = new RunDescription { Problem = folder.Problem.Name, Window = 1, Created = TimeProvider.System.GetUtcNow() };
        var problem = new Problem { Name = folder.Problem.Name, Seeds = [seed] };
        await using (var evaluators = new ProblemEvaluators(folder, sandbox, parallel: 1))
        using (var ledger = RunDatabase.Create(_scratch["run.db"], description))
        {
            var strategy = new Strategy
            {
                Evaluator = evaluators.Training,
                Proposer = new InOrder(script),
                Archive = new EveryArchive(),
                Selector = new UniformSelector(),
                Gate = new ValidGate(),
                Window = 1,
            };
            await foreach (var _ in new Loop(problem, strategy, ledger, TimeProvider.System).RunAsync(new Budget { Steps = script.Count + 1 }, Cancellation))
            {
            }
        }

        using var written = RunDatabase.OpenToRead(_scratch["run.db"]);
        Assert.Null(await written.VerifyAsync(Cancellation));
        var steps = await written.ReadAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(script.Count + 1, steps.Count);
        return steps;
    }

    private IEnumerable<string> MarkedProcesses() => Directory.EnumerateDirectories("/proc").Where(folder =>
    {
        try
        {
            return int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out _)
                && File.ReadAllText(Path.Combine(folder, "cmdline")).Contains(_mark, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    });

    private void WriteCommandProblem()
    {
        _scratch.Write("problem/problem.json", """
            {
              "title": "A number", "direction": "maximise",
              "evaluator": {
                "run": ["python3", "run.py", "{candidate}"], "score": ["python3", "score.py"],
                "sealed": { "test": ["data/test"] }, "timeLimit": 10, "memory": 256
              }
            }
            """);
        _scratch.Write("problem/statement.md", "Return a number.");
        _scratch.Write("problem/seed/program.py", "def solve():\n    return 1\n");
        _scratch.Write("problem/run.py", "import runpy, sys\nprint(runpy.run_path(sys.argv[1] + '/program.py')['solve']())\n");
        _scratch.Write("problem/score.py", """
            import json, sys
            try: print(json.dumps({'score': float(sys.stdin.read())}))
            except ValueError: print(json.dumps({'valid': False, 'feedback': 'the answer is not a number'}))
            """);
        _scratch.Write("problem/data/test/secret.txt", "the answer");
    }

    private void WriteCSharpProblem()
    {
        _scratch.Write("problem/problem.json", """
            {
              "title": "A square", "direction": "maximise",
              "evaluator": { "file": "evaluator.cs", "entry": "Rule.Square", "timeLimit": 10, "memory": 256 }
            }
            """);
        _scratch.Write("problem/statement.md", "Return the square of a number.");
        _scratch.Write("problem/seed/Rule.cs", "public static class Rule { public static double Square(double x) => x; }");
        _scratch.Write("problem/evaluator.cs", """
            using Cambrian.Contracts;
            public delegate double Square(double x);
            public sealed class SquareEvaluator : Evaluator<Square, double[], double[]>
            {
                public override IReadOnlyList<double[]> Cases(Split split, string dataFolder) => [.. Enumerable.Range(1, 6).Select(n => new double[] { n })];
                public override double[] Run(Square program, double[] problemCase) => [program(problemCase[0])];
                public override CaseScore Score(double[] problemCase, double[] answer) => new(-Math.Abs(answer[0] - problemCase[0] * problemCase[0]));
            }
            """);
    }

    /// <summary>Proposes what it was given, one after the other.</summary>
    private sealed class InOrder(IReadOnlyList<Proposal> script) : IProposer
    {
        private int _next;

        public Task<Proposal> ProposeAsync(Problem problem, IReadOnlyList<Candidate> parents, int seed, CancellationToken cancellation) =>
            Task.FromResult(script[_next++]);
    }
}
