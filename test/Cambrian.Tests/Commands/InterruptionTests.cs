namespace Cambrian.Tests.Commands;

public sealed class InterruptionTests
{
    [Fact]
    public async Task An_interrupted_run_says_how_to_resume_and_resumes_to_the_same_ledger()
    {
        using var scratch = new Scratch();
        await scratch.TypeAsync("new", "mine");
        using var person = new CancellationTokenSource();
        using var output = new CancellingWriter("  seed", person);
        var stopped = await scratch.TypeAsync(output, person.Token, "run", "mine", "--steps", "100000", "--out", "stopped");

        Assert.Equal(130, stopped.Code);
        Assert.Contains("cambrian resume stopped", stopped.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("sealed test", stopped.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await scratch.TypeAsync("resume", "stopped", "--steps", "60")).Code);
        Assert.Equal(0, (await scratch.TypeAsync("run", "mine", "--steps", "60", "--out", "straight")).Code);
        Assert.Equal(await HeadAsync(scratch, "straight"), await HeadAsync(scratch, "stopped"));
    }

    private static async Task<string> HeadAsync(Scratch scratch, string run)
    {
        var show = await scratch.TypeAsync("show", run);
        return show.Output.Split('\n').Single(line => line.StartsWith("ledger: every step", StringComparison.Ordinal));
    }

    /// <summary>Presses Ctrl-C when it reads a certain text.</summary>
    private sealed class CancellingWriter(string trigger, CancellationTokenSource person) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(trigger, StringComparison.Ordinal) == true)
            {
                person.Cancel();
            }
        }
    }
}
