using Cambrian.Core;

namespace Cambrian.Sandbox.Tests.Python;

public sealed class PythonEvaluatorTests(Sandboxes sandboxes)
{
    private const string Honest = "def solve(): return 7";

    [Theory]
    [InlineData("print('{\"score\": 99}')\nimport sys; sys.stdout.buffer.write(b'\\x00\\xff' * 9000); sys.stdout.flush()")]
    [InlineData("import os; os.write(1, b'x' * 100_000_000)")]
    [InlineData("import subprocess; subprocess.Popen(['sleep', '1000'])")]
    [InlineData("import os\nif os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    while True: pass\n  os._exit(0)")]
    [InlineData("import threading, time; threading.Thread(target=time.sleep, args=(1000,)).start()")]
    [InlineData("import sys; sys.stdout.close(); sys.stderr = None")]
    [InlineData("import atexit, time; atexit.register(time.sleep, 1000)")]
    public async Task Noise_and_what_a_program_leaves_running_change_no_score(string mischief)
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);

        var evaluation = await folder.MeasureAsync($"{mischief}\n{Honest}");

        Assert.Equal((Outcome.Valid, 7.0), (evaluation.Outcome, evaluation.Score));
        Assert.Empty(evaluation.Feedback);
        Assert.Equal(7, (await folder.MeasureAsync(Honest)).Score);
    }

    [Theory]
    [InlineData("raise ValueError('no idea')", "ValueError: no idea")]
    [InlineData("import sys; sys.exit(3)", "SystemExit: 3")]
    [InlineData("import os; os._exit(0)", "ended with exit code 0 before it reported")]
    [InlineData("import os; print('so long'); os._exit(9)", "ended with exit code 9 before it reported.\nIt printed:\nso long")]
    [InlineData("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "ended with exit code 139")]
    [InlineData("return float('nan')", "NaN")]
    [InlineData("return float('inf')", "Infinity")]
    [InlineData("return 'much'", "expected a finite number")]
    [InlineData("x = bytearray(1 << 30)", "MemoryError")]
    [InlineData("import os; os.kill(os.getppid(), 9)", "The worker that it ran in crashed by signal 9.")]
    [InlineData("import os; os.kill(-1, 9)", "The worker that it ran in crashed by signal 9.")]
    public async Task A_program_that_fails_is_a_result_with_the_reason_and_the_next_one_counts(string body, string reason)
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);

        var evaluation = await folder.MeasureAsync($"def solve():\n  {body}");

        Assert.Equal(Outcome.Failed, evaluation.Outcome);
        Assert.Contains(reason, evaluation.Feedback, StringComparison.Ordinal);
        Assert.Equal(7, (await folder.MeasureAsync(Honest)).Score);
    }

    [Theory]
    [InlineData("while True: pass")]
    [InlineData("import subprocess; subprocess.run(['sleep', '1000'])")]
    [InlineData("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)\n  while True: print('still here')")]
    [InlineData("import os\n  while True: os.fork()")]
    public async Task An_endless_program_is_killed_at_its_deadline_with_everything_it_started(string body)
    {
        await using var folder = new MeasuredFolder(
            sandboxes.Runner,
            MeasuredFolder.Plain,
            options => options with { TimeLimit = TimeSpan.FromSeconds(1) });

        var evaluation = await folder.MeasureAsync($"def solve():\n  {body}");
        var after = await folder.MeasureAsync("import os\ndef solve(): return len([name for name in os.listdir('/proc') if name.isdigit()])");

        // The sandbox's first process, the worker and its fork.
        Assert.NotEqual(Outcome.Valid, evaluation.Outcome);
        Assert.Equal(3, after.Score);
    }

    [Theory]
    [InlineData("[\"unusable\", \"give up\"]")]
    [InlineData("[\"reported\", 5]")]
    [InlineData("[\"reported\", null]")]
    [InlineData("[{}, {}]")]
    [InlineData("5")]
    [InlineData("no json")]
    public async Task A_program_that_forges_a_report_harms_itself_alone(string message)
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);
        Assert.Equal(7, (await folder.MeasureAsync(Honest)).Score);

        var evaluation = await folder.MeasureAsync($$"""
            import os, struct
            def solve():
                message = '{{message}}'.encode()
                for stream in range(3, 64):
                    try: os.write(stream, struct.pack('<i', len(message)) + message)
                    except OSError: pass
                os._exit(0)
            """);

        Assert.Equal(Outcome.Failed, evaluation.Outcome);
        Assert.Equal(7, (await folder.MeasureAsync(Honest)).Score);
    }

    [Fact]
    public async Task A_deadline_is_told_as_such()
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain, options => options with { TimeLimit = TimeSpan.FromSeconds(1) });

        var evaluation = await folder.MeasureAsync("def solve():\n  print('busy')\n  while True: pass");

        Assert.Equal((Outcome.TimedOut, "The evaluation was killed at its deadline.\nIt printed:\nbusy"), (evaluation.Outcome, evaluation.Feedback));
    }

    [Fact]
    public async Task No_program_sees_what_another_one_left()
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);

        await folder.MeasureAsync("""
            import os, runpy
            runpy.os.secret = 5
            os.makedirs('kept/deep'); open('kept/deep/file', 'w').write('x'); os.chmod('kept', 0)
            open('/tmp/work/evaluator.txt', 'w').write('x')
            def solve(): return 1
            """);
        var evaluation = await folder.MeasureAsync("""
            import os, runpy
            def solve(): return len(os.listdir('.')) + 10 * len(os.listdir('/tmp')) + 100 * hasattr(runpy.os, 'secret')
            """);

        // The work folder has the evaluator alone; the scratch folder has the work folder and the candidate's.
        Assert.Equal(21, evaluation.Score);
        Assert.Equal(1, evaluation.Metrics["calls"]);
    }

    [Fact]
    public async Task Files_of_the_folder_are_found_by_relative_paths_and_cannot_be_changed()
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);
        folder.Write("numbers.txt", "11");

        Assert.Equal(11, (await folder.MeasureAsync("def solve(): return int(open('numbers.txt').read())")).Score);
        Assert.Contains("Read-only", (await folder.MeasureAsync("def solve(): open('numbers.txt', 'w')")).Feedback, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chance_is_the_same_when_a_program_is_measured_again_and_another_for_another_salt()
    {
        const string program = "import random\ndef solve(): return random.random()";
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);

        var first = await folder.MeasureAsync(program);

        Assert.Equal(first.Score, (await folder.MeasureAsync(program)).Score);
        Assert.NotEqual(first.Score, (await folder.MeasureAsync(program, "validation")).Score);
        Assert.NotEqual(first.Score, (await folder.MeasureAsync(program + " ")).Score);
    }

    [Fact]
    public async Task What_was_reported_before_the_deadline_counts()
    {
        await using var folder = new MeasuredFolder(
            sandboxes.Runner,
            "def measure(program, tell):\n  tell({'score': 3})\n  while True: pass",
            options => options with { TimeLimit = TimeSpan.FromSeconds(1), Stages = 2 });

        Assert.Equal(3, (await folder.MeasureAsync(Honest)).Score);
    }

    [Fact]
    public async Task An_evaluator_that_starts_a_thread_is_imported_anew_for_each_program()
    {
        await using var folder = new MeasuredFolder(
            sandboxes.Runner,
            $"import threading, time\nthreading.Thread(target=time.sleep, args=(1000,), daemon=True).start()\n{MeasuredFolder.Plain}");

        Assert.Equal((7.0, 7.0), ((await folder.MeasureAsync(Honest)).Score, (await folder.MeasureAsync(Honest)).Score));
    }

    [Theory]
    [InlineData("import no_such_module_at_all", "lacks no_such_module_at_all: pip install no_such_module_at_all")]
    [InlineData("raise RuntimeError('not today')", "RuntimeError: not today")]
    [InlineData("def measure(:", "SyntaxError")]
    public async Task An_evaluator_that_cannot_be_imported_is_no_fault_of_the_program(string evaluator, string reason)
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, evaluator);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => folder.MeasureAsync(Honest));

        Assert.Contains(reason, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_evaluator_needs_is_told_without_running_it()
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, """
            import os, json, local, shim.part
            try: import no_such_module
            except ImportError: pass
            raise RuntimeError('was run')
            """, options => options with { Provided = ["shim"] });
        folder.Write("local.py", "def late(): import no_other_module");

        var needs = await folder.Workers.NeedsAsync(TestContext.Current.CancellationToken);

        Assert.Empty(needs.Needed);
        Assert.Equal(["no_other_module", "no_such_module"], needs.Missing);
        Assert.True(needs.Suffices);
        Assert.StartsWith("needs Python: Python 3.", needs.Sentence, StringComparison.Ordinal);
        Assert.EndsWith("which something in it may want (pip install no_other_module no_such_module)", needs.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Modules_are_found_in_folders_that_are_named_beside_the_problems()
    {
        var also = Directory.CreateTempSubdirectory("cambrian-beside-");
        await File.WriteAllTextAsync(Path.Combine(also.FullName, "beside.py"), "value = 13", TestContext.Current.CancellationToken);
        await using var folder = new MeasuredFolder(sandboxes.Runner, $"import beside\n{MeasuredFolder.Plain}", options => options with { Also = [also.FullName] });

        Assert.Equal(13, (await folder.MeasureAsync("import beside\ndef solve(): return beside.value")).Score);
        also.Delete(recursive: true);
    }

    [Fact]
    public async Task Where_there_is_no_bubblewrap_a_program_is_measured_all_the_same()
    {
        using var runner = Machine.Of(bubblewrap: null, hasFilter: false, groups: null).OpenRunner();
        var also = Directory.CreateTempSubdirectory("cambrian-beside-");
        await File.WriteAllTextAsync(Path.Combine(also.FullName, "beside.py"), "value = 13", TestContext.Current.CancellationToken);
        await using var folder = new MeasuredFolder(runner, $"import beside\n{MeasuredFolder.Plain}", options => options with { Also = [Path.GetTempPath(), also.FullName] });
        folder.Write("numbers.txt", "11");

        Assert.Equal(24, (await folder.MeasureAsync("import beside\ndef solve(): return beside.value + int(open('numbers.txt').read())")).Score);
        Assert.Equal(7, (await folder.MeasureAsync("import subprocess; subprocess.Popen(['sleep', '1000'])\n" + Honest)).Score);
        also.Delete(recursive: true);
    }

    [Fact]
    public async Task Every_score_says_that_it_was_worked_out_beside_the_program()
    {
        await using var folder = new MeasuredFolder(sandboxes.Runner, MeasuredFolder.Plain);

        Assert.Equal($"{sandboxes.Runner.Isolation}, scored in the candidate's process", (await folder.MeasureAsync(Honest)).Isolation);
    }
}
