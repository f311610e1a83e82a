using System.Security.Cryptography;
using System.Text;
using Cambrian.Report;
using Cambrian.Repositories;
using Cambrian.Repositories.Delivery;

namespace Cambrian.Runs.Repositories;

/// <summary>Delivers a run's winner to the repository that the run started from.</summary>
/// <param name="subject">The run as its ledger tells it.</param>
/// <param name="record">The same run, for what is not in the ledger.</param>
internal sealed class RepositoryDelivery(ReportSubject subject, RunRecord record)
{
    private const string Folder = "delivery";
    private readonly string _run = Path.GetFileName(record.Path);

    /// <summary>Makes the branch, and the evidence beside the run.</summary>
    /// <param name="branch">Its name; null for one after the run's.</param>
    /// <param name="repository">Where the repository is now; null for where it was.</param>
    /// <param name="cancellation">Gives up; nothing is visible then.</param>
    /// <returns>The branch, and the file with the evidence.</returns>
    /// <exception cref="RunException">There is nothing to deliver, or the record does not hold.</exception>
    /// <exception cref="RepositoryException">The branch cannot be made.</exception>
    public async Task<(DeliveredBranch Branch, string Evidence)> MakeAsync(string? branch, string? repository, CancellationToken cancellation)
    {
        var section = subject.Folder.File.Repository
            ?? throw new RunException($"{subject.RunPath} is a run of '{subject.Folder.Problem.Name}', which is no problem of a repository, so there is none to deliver to. 'cambrian best {subject.RunPath} --out DIR' writes its program.");
        var lineage = Lineage();
        RequireUnaltered();
        using var git = await Git.OpenAsync(repository ?? section.Path, cancellation).ConfigureAwait(false);
        var evidence = Encoding.UTF8.GetBytes(new EvidenceBundle(subject, record, lineage).ToJson());
        var hash = Convert.ToHexStringLower(SHA256.HashData(evidence));
        var order = new DeliveryOrder
        {
            Base = section.Commit,
            Branch = branch ?? $"cambrian/{_run}",
            Run = _run,
            Steps = [.. lineage.Zip(lineage.Skip(1), Step)],
            Evidence = hash,
            Time = record.Database.Description.Created,
        };

        // The evidence is there before anything names it. Its own hash is its name, so that a later delivery replaces none.
        var place = Directory.CreateDirectory(Path.Combine(record.Path, Folder)).FullName;
        var file = Path.Combine(place, $"evidence-{hash[..12]}.json");
        await File.WriteAllBytesAsync(file, evidence, cancellation).ConfigureAwait(false);
        var made = await new BranchDelivery(git, order).MakeAsync(cancellation).ConfigureAwait(false);
        await File.WriteAllLinesAsync(Path.Combine(place, $"agent-trace-{made.Commits[^1][..12]}.jsonl"), made.Traces.Select(trace => trace.ToJson()), CancellationToken.None).ConfigureAwait(false);
        return (made, file);
    }

    private DeliveredStep Step(Ancestor parent, Ancestor child) =>
        new(child.Step, child.Origin, child.Artifact, subject.Folder.Problem.Orient(parent.Score), subject.Folder.Problem.Orient(child.Score));

    private IReadOnlyList<Ancestor> Lineage()
    {
        var winner = subject.Result?.Winner
            ?? throw new RunException($"{subject.RunPath} has no winner yet: it was not finished. 'cambrian resume {subject.RunPath}' picks one.");
        var line = subject.Reading.LineageOf(winner);
        if (line is [{ Parents: [], Step: > 0 }, ..] && subject.Reading.AncestorAt(0) is { } seed)
        {
            // What a person hands in has no parent in the run; in the repository its change is one from the seed.
            line = [seed, .. line];
        }

        return line is [_, _, ..] ? line
            : throw new RunException($"The winner of {subject.RunPath} is the seed, so there is nothing to deliver. 'cambrian resume {subject.RunPath}' goes on with the search.");
    }

    private void RequireUnaltered()
    {
        if (subject.Fault is { } fault)
        {
            throw new RunException($"The ledger of {subject.RunPath} was altered after it was recorded, at step {fault.Step}: nothing of it is delivered. 'cambrian show {subject.RunPath}' says more.");
        }

        if (record.Database.Description.ProblemHash != RunFolder.Hash(record.Folder.Path))
        {
            throw new RunException($"The run's own copy of its problem, {record.Folder.Path}, was changed after the run began: nothing of it is delivered. Put it back as it was.");
        }
    }
}
