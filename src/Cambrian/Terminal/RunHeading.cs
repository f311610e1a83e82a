using Cambrian.Algorithms.Folders;
using Cambrian.Core;
using Cambrian.Report;
using Cambrian.Runs;

namespace Cambrian.Terminal;

/// <summary>What is said before a run starts.</summary>
internal static class RunHeading
{
    /// <summary>A few lines: the problem, the run and what there is to beat.</summary>
    public static IEnumerable<string> Lines(ProblemFolder folder, RunOptions options, Budget budget, string run, string isolation)
    {
        var format = ScoreFormat.Of(folder);
        yield return $"{folder.Problem.Name}: {PlainText.Line(folder.File.Title, 200)}";
        yield return $"{run} · seed {options.Seed} · {options.Strategy} strategy · {options.Parallel} at a time · {Describe(budget)}{(isolation.Length > 0 ? $" · {isolation}" : "")}";
        if (options.Models is { } models)
        {
            yield return $"models: {string.Join(", ", models.Models.Select(model => model.Name == model.Model ? model.Name : $"{model.Name} ({PlainText.Line(model.Model, 60)})"))} · {Describe(options)}";
            if (models.Novelty is { } novelty)
            {
                yield return FormattableString.Invariant($"novelty: their programs are tried again where {PlainText.Line(novelty.Embedding.Model, 60)} finds them more similar than {novelty.Similarity} to an earlier one");
            }
        }

        if (options.Coder is { } coder)
        {
            yield return $"coding agent: {PlainText.Line(coder.Name, 60)}, {(options.Models is null ? "which makes every child" : "one more to choose from")}";
        }

        var known = KnownValues.Best(folder.File) is { } best ? $"; best published {ScoreFormat.Number(best.Value)} ({PlainText.Line(best.Name, 60)})" : "";
        yield return $"score: {(format.Unit.Length > 0 ? $"{PlainText.Line(format.Unit, 60)}, " : "")}{format.Better}{known}";
        if (folder.File.Repository is { } repository)
        {
            yield return $"repository: {PlainText.Line(repository.Path, 200)} at {repository.Commit[..12]}; {folder.Seed.Files.Count} of its files may change";
        }

        if (folder.Peer is { } peer)
        {
            foreach (var line in PeerText.Lines(peer))
            {
                yield return line;
            }
        }
    }

    private static string Describe(RunOptions options)
    {
        string?[] limits =
        [
            options.Spending.Money is { } money ? $"{ModelTable.Money(money)} in money" : null,
            options.Spending.Tokens is { } tokens ? $"{ScoreFormat.Count(tokens)} tokens" : null,
        ];
        return options.Replay is { } run ? $"replies recorded in {run}" : string.Join(" and ", limits.OfType<string>()) is { Length: > 0 } limited ? $"at most {limited}" : "no limit on money or tokens";
    }

    /// <summary>A budget in words, for instance "60.0 s or 1,000 steps".</summary>
    public static string Describe(Budget budget)
    {
        string?[] parts =
        [
            budget.Time is { } time ? Durations.Format(time) : null,
            budget.Steps is { } steps ? $"{ScoreFormat.Count(steps)} steps" : null,
            budget.Evaluations is { } evaluations ? $"{ScoreFormat.Count(evaluations)} evaluations" : null,
        ];
        return string.Join(" or ", parts.OfType<string>().DefaultIfEmpty("no limit"));
    }
}
