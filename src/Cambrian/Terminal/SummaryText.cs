using Cambrian.Algorithms.Folders;
using Cambrian.Governance;
using Cambrian.Report;
using Cambrian.Runs;

namespace Cambrian.Terminal;

/// <summary>What is said after a run, in a few lines.</summary>
internal sealed class SummaryText(ProblemFolder folder, Progress progress, RunSummary summary, Advantage? overSeed)
{
    private readonly ScoreFormat _format = ScoreFormat.Of(folder);

    /// <summary>Where the run stands; null when nothing was decided.</summary>
    public Standing? Standing { get; init; }

    /// <summary>Why it was stopped from outside; null when it was not.</summary>
    public Halt? Halt { get; init; }

    /// <summary>What ended the run, where money or tokens did.</summary>
    public string? Spent { get; init; }

    /// <summary>The lines.</summary>
    /// <param name="interrupted">Whether the run was stopped before its budget was used up.</param>
    public IEnumerable<string> Lines(bool interrupted)
    {
        yield return "";
        yield return $"{(interrupted ? "Stopped" : "Done")} after {Durations.Format(TimeSpan.FromSeconds(summary.ElapsedSeconds))}: {Effort()}.";
        if (summary is { Money: { } money, Tokens: { } tokens })
        {
            yield return $"Models cost {ModelTable.Money(money)} and took {ScoreFormat.Count(tokens)} tokens in all{(Spent is null ? "" : $"; that ended the run: {Spent}")}.";
        }

        foreach (var line in Scores())
        {
            yield return line;
        }

        foreach (var (name, text) in Standing is null ? [] : StandingText.Of(Standing, summary.Run))
        {
            yield return $"  {name,-20} {text}";
        }

        yield return "";
        foreach (var line in interrupted ? HowToResume() : WhatNext())
        {
            yield return line;
        }
    }

    private string Effort()
    {
        var recorded = progress.RecordedSteps > 0 ? $" ({ScoreFormat.Count(progress.RecordedSteps)} of them recorded earlier)" : "";
        return $"{ScoreFormat.Count(progress.Steps)} steps{recorded}, {ScoreFormat.Count(progress.Evaluations)} evaluations, "
            + $"{ScoreFormat.Share(progress.Admitted, progress.Steps)} admitted, {Durations.Format(TimeSpan.FromSeconds(summary.CpuSeconds))} of processor time";
    }

    private IEnumerable<string> Scores()
    {
        if (summary.Best is not { } best)
        {
            yield return "Nothing was measured.";
            yield break;
        }

        var seed = progress.Seed is { } first ? $"{Overtaken(best)}seed {_format.Oriented(first.Score)}" : "";
        var chosen = best.Validation is null ? "best" : "winner";
        yield return Row($"{chosen}, training", best.Score, seed);
        if (best.Validation is { } validation)
        {
            yield return Row($"{chosen}, validation", validation, "");
        }

        if (best.Test is { } test)
        {
            var known = KnownValues.Best(folder.File);
            yield return Row($"{chosen}, sealed test", test, known is null ? "" : KnownValues.Compare(folder.File, test, known));
            if (overSeed is not null)
            {
                yield return $"  against the seed     {overSeed}";
            }
        }
    }

    // The winner on validation need not be the best on training: say so, as the other number was on the screen before.
    private string Overtaken(RunSummary.BestScore chosen) =>
        progress.Best is { } best && _format.Oriented(best.Score) != ScoreFormat.Number(chosen.Score ?? double.NaN) ? $"best {_format.Oriented(best.Score)}, " : "";

    private string Row(string name, double? score, string remark) =>
        $"  {name,-20} {_format.WithUnit(score ?? double.NaN)}{(remark.Length > 0 ? $"   ({remark})" : "")}";

    private IEnumerable<string> HowToResume()
    {
        if (Halt is { } halt)
        {
            yield return halt.Reason;
            yield return $"Everything reported is in {summary.Run}. {halt.Advice}";
            yield break;
        }

        yield return $"Everything reported is in {summary.Run}. Go on with:";
        yield return $"  cambrian resume {summary.Run}";
    }

    private IEnumerable<string> WhatNext()
    {
        yield return $"  cambrian show {summary.Run}      scores, lineage, operators";
        yield return $"  cambrian best {summary.Run}      the program";
        yield return $"  cambrian report {summary.Run}    a page for the browser";
        yield return $"  cambrian resume {summary.Run}    go on";
    }
}
