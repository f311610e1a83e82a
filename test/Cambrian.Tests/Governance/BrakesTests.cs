using Cambrian.Governance;
using Microsoft.Extensions.Time.Testing;

namespace Cambrian.Tests.Governance;

public sealed class BrakesTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly Scratch _scratch = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_kill_file_stops_within_a_second_of_the_clock()
    {
        await using var brakes = new Brakes(_scratch.Folder, mandate: null, _time);
        using var stop = brakes.Link(CancellationToken.None);
        _time.Advance(Second);
        Assert.False(stop.IsCancellationRequested);

        _scratch.Write("STOP", "");
        _time.Advance(Second);
        await HasStoppedAsync(stop.Token);

        Assert.Contains($"The file {_scratch["STOP"]} stops this run", brakes.Halt?.Reason, StringComparison.Ordinal);
        Assert.Contains($"cambrian resume {_scratch.Folder}", brakes.Halt?.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_file_beside_the_runs_stops_all_of_them()
    {
        await using var first = new Brakes(_scratch["study/first"], mandate: null, _time);
        await using var second = new Brakes(_scratch["study/second"], mandate: null, _time);
        using var one = first.Link(CancellationToken.None);
        using var other = second.Link(CancellationToken.None);
        _scratch.Write("study/STOP", "");
        _time.Advance(Second);
        await HasStoppedAsync(one.Token);
        await HasStoppedAsync(other.Token);

        Assert.Contains(_scratch["study/STOP"], Assert.Throws<MandateException>(() => new Brakes(_scratch["study/third"], mandate: null, _time)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_mandate_stops_as_well()
    {
        await using var brakes = new Brakes(_scratch.Folder, Mandate(), _time);
        using var stop = brakes.Link(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(stop.IsCancellationRequested);

        _time.Advance(Second);
        await HasStoppedAsync(stop.Token);

        Assert.Contains("ended at 2026-01-01 00:01:00Z", brakes.Halt?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mandate_may_name_another_kill_file()
    {
        await using var brakes = new Brakes(_scratch.Folder, Mandate(), _time);
        using var stop = brakes.Link(CancellationToken.None);
        _scratch.Write("halt-all", "");
        _time.Advance(Second);
        await HasStoppedAsync(stop.Token);

        Assert.Contains("halt-all", brakes.Halt?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_starts_while_the_file_is_there()
    {
        _scratch.Write("STOP", "");
        Assert.Contains("Remove it", Assert.Throws<MandateException>(() => new Brakes(_scratch.Folder, mandate: null, _time)).Message, StringComparison.Ordinal);
    }

    private Mandate Mandate() => new()
    {
        Level = AutonomyLevel.A2,
        Scope = ["x"],
        Approvers = ["Ada"],
        Ends = _time.GetUtcNow().AddMinutes(1),
        Stop = _scratch["halt-all"],
    };

    // The fake clock has moved; what is waited for here is only the thread that notices.
    private static async Task HasStoppedAsync(CancellationToken stopped)
    {
        var noticed = new TaskCompletionSource();
        await using var registration = stopped.Register(noticed.SetResult);
        await noticed.Task.WaitAsync(TestContext.Current.CancellationToken);
    }
}
