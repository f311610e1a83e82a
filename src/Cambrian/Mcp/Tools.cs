using System.ComponentModel;
using Cambrian.Commands;
using Cambrian.Core;
using Cambrian.CSharp.Text;
using Cambrian.Report;
using Cambrian.Runs;
using Cambrian.Runs.Inboxes;
using Cambrian.Terminal;
using ModelContextProtocol.Server;

namespace Cambrian.Mcp;

/// <summary>What a client of the Model Context Protocol can do: drive runs, and be the proposer itself. Same gates, same sandbox, same ledger.</summary>
internal sealed class Tools(Host host, ActiveRuns runs)
{
    [Description("List the problems that can be run.")]
    public async Task<IEnumerable<ProblemReply>> ListProblems(CancellationToken cancellation = default)
    {
        var places = new ProblemPlaces(host);
        List<ProblemReply> problems = [];
        foreach (var folder in places.Folders)
        {
            problems.Add(ProblemReply.Of(await places.LoadAsync(folder, cancellation).ConfigureAwait(false)));
        }

        return problems;
    }

    [Description("Start a run of a problem. Unless told otherwise nothing is proposed but what you submit: sample_parent, then submit_candidate, again and again; stop_run picks the winner.")]
    public async Task<RunReply> StartRun(
        [Description("A problem's name from list_problems, or its folder.")] string problem,
        [Description("Where all randomness comes from.")] int seed = 1,
        [Description("Whether Cambrian's own search proposes programs as well, beside what you submit.")] bool search = false,
        [Description("After how many measured programs, the seed included, it takes no more; leave it out for no limit. stop_run picks the winner then, too.")] int? evaluations = null,
        CancellationToken cancellation = default)
    {
        var folder = await new ProblemPlaces(host).LoadAsync(problem, cancellation).ConfigureAwait(false);
        var options = new RunOptions { Seed = seed, Parallel = SearchOptions.DefaultParallel, Runs = host.Absolute("runs"), OnlyHandedIn = !search };
        return Reply(await runs.StartAsync(() => RunSession.CreateAsync(folder, options, host.Time, cancellation), Limit(evaluations), cancellation).ConfigureAwait(false));
    }

    [Description("Go on with a run that was stopped.")]
    public async Task<RunReply> ResumeRun(
        [Description("The run's folder.")] string run,
        [Description("Whether Cambrian's own search proposes programs as well.")] bool search = false,
        [Description("After how many measured programs in all it takes no more; leave it out for no limit.")] int? evaluations = null,
        CancellationToken cancellation = default)
    {
        var options = new RunOptions { Parallel = SearchOptions.DefaultParallel, OnlyHandedIn = !search, Environment = host.Environment };
        var place = new RunPlaces(host).Find(run);
        return Reply(await runs.StartAsync(() => RunSession.OpenAsync(place, options, host.Time, cancellation), Limit(evaluations), cancellation).ConfigureAwait(false));
    }

    [Description("Stop a run, pick its winner on the validation cases and score it once on the sealed ones. resume_run goes on with it.")]
    public async Task<RunReply> StopRun([Description("The run.")] string run, CancellationToken cancellation = default)
    {
        var active = runs.Take(run);
        await using (active.ConfigureAwait(false))
        {
            var result = await active.FinishAsync(cancellation).ConfigureAwait(false);
            return Reply(run, active) with { UnderWay = false, Validation = result?.Validation, Sealed = result?.Test, Advantage = result?.OverSeed?.ToString() };
        }
    }

    [Description("How a run stands.")]
    public RunReply RunStatus([Description("The run.")] string run) => Reply(run);

    [Description("A program to improve, with the task, its scores case by case, and other programs to take ideas from.")]
    public ParentReply SampleParent([Description("The run.")] string run)
    {
        var active = runs.Get(run);
        var (folder, format) = (active.Session.Folder, ScoreFormat.Of(active.Session.Folder));
        var (parent, inspirations) = active.Draw();
        var marked = folder.Seed.Files.Values.Any(EvolveBlocks.HasMarkers);
        return new ParentReply(
            folder.Problem.Statement,
            $"{(format.Unit.Length > 0 ? $"{format.Unit}, " : "")}{format.Better}",
            marked ? $"Change only what stands between lines with {EvolveBlocks.StartMarker} and {EvolveBlocks.EndMarker}; hand in whole files." : "Everything may be changed; hand in whole files.",
            ProgramReply.Of(parent, format),
            [.. inspirations.Select(other => ProgramReply.Of(other, format))]);
    }

    [Description("Hand in a program and get its score. It is measured in a sandbox, by the same gates as all others.")]
    public async Task<SubmissionReply> SubmitCandidate(
        McpServer server,
        [Description("The run.")] string run,
        [Description("Path to text, whole files; files that are left out stay as in the parent. For a program of one file the path does not matter.")] Dictionary<string, string> files,
        [Description("The step of the program it was made from, as sample_parent gave it; leave it out for an idea of its own.")] int? parent = null,
        CancellationToken cancellation = default)
    {
        var active = runs.Get(run);
        var format = ScoreFormat.Of(active.Session.Folder);
        var origin = parent is { } number
            ? active.Find(number) ?? throw new RunException($"No program of step {number} is among the best of '{run}'; expected a step that sample_parent gave.")
            : null;
        var program = HandedIn.Program(active.Session.Folder, origin?.Artifact ?? active.Session.Folder.Seed, files);
        var step = await active.MeasureAsync($"agent/{PlainText.Line(server.ClientInfo?.Name ?? "unnamed", 40)}", program, origin is null ? [] : [origin.Step], cancellation).ConfigureAwait(false);
        var best = active.Best!;
        return new SubmissionReply(
            step.Number,
            step.Verdict.Admitted,
            step.Evaluation is { Outcome: Outcome.Valid, Complete: true } evaluation ? format.Own(evaluation.Score) : null,
            format.Own(best.Score),
            best.Step == step.Number,
            Feedback(step));
    }

    [Description("The best program so far, by training score.")]
    public ProgramReply BestProgram([Description("The run.")] string run)
    {
        var active = runs.Get(run);
        return ProgramReply.Of(active.Best!, ScoreFormat.Of(active.Session.Folder));
    }

    [Description("What a run found, as text: scores, lineage with differences, what helped.")]
    public async Task<string> ShowRun([Description("The run's folder.")] string run, CancellationToken cancellation = default)
    {
        using var subject = await RecordedRun.ReadAsync(host, run, cancellation).ConfigureAwait(false);
        return string.Join('\n', new ShowText(subject, (_, line) => line).Lines(everything: false));
    }

    [Description("Write a run as one HTML page and return the file's place.")]
    public async Task<string> WriteReport([Description("The run's folder.")] string run, CancellationToken cancellation = default)
    {
        using var subject = await RecordedRun.ReadAsync(host, run, cancellation).ConfigureAwait(false);
        var file = Path.Combine(host.Absolute(subject.RunPath), "report.html");
        await File.WriteAllTextAsync(file, ReportPage.Of(subject), cancellation).ConfigureAwait(false);
        return host.Relative(file);
    }

    private static Budget Limit(int? evaluations) => evaluations is not < 1
        ? new Budget { Evaluations = evaluations }
        : throw new RunException($"'evaluations' is {evaluations}; expected a number from 1, or nothing for no limit.");

    private static string Feedback(Step step) => step switch
    {
        { Verdict.Admitted: true } => step.Evaluation?.Feedback ?? "",
        { Evaluation.Feedback: { Length: > 0 } said } when !step.Verdict.Reason.Contains(said, StringComparison.Ordinal) => $"{step.Verdict.Reason}\n{said}",
        _ => step.Verdict.Reason,
    };

    private RunReply Reply(string run) => Reply(run, runs.Get(run));

    private static RunReply Reply(string run, ActiveRun active) =>
        new(run, active.IsUnderWay, active.Steps, active.Best is { } best ? ScoreFormat.Of(active.Session.Folder).Own(best.Score) : null);
}
